/** Personal API tokens: exchanged at auth for short-lived JWTs, remembered for less than a minute, never passed on. */
@NullMarked
package dev.pmt.gateway.tokens;

import org.jspecify.annotations.NullMarked;
