/** Flags without an edge. */
@NullMarked
package dev.pmt.gateway.flags;

import org.jspecify.annotations.NullMarked;
