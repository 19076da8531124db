/** What clients get: signing keys, the edge as OpenID client, authorizations, the claims of each token. */
@NullMarked
package dev.pmt.auth.tokens;

import org.jspecify.annotations.NullMarked;
