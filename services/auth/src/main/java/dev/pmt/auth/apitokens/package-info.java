/** Personal API tokens: made and revoked by their owner, exchanged for access tokens by the edge (RFC 8693). */
@NullMarked
package dev.pmt.auth.apitokens;

import org.jspecify.annotations.NullMarked;
