/** Carries a request to its service and the answer back, streamed, with limits. */
@NullMarked
package dev.pmt.gateway.proxy;

import org.jspecify.annotations.NullMarked;
