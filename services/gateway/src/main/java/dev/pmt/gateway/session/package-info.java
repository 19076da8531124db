/** The browser's session: OpenID Connect code flow, tokens in an encrypted cookie, refresh. */
@NullMarked
package dev.pmt.gateway.session;

import org.jspecify.annotations.NullMarked;
