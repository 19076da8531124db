/** Which path belongs to which service, and where each service runs now. */
@NullMarked
package dev.pmt.gateway.routes;

import org.jspecify.annotations.NullMarked;
