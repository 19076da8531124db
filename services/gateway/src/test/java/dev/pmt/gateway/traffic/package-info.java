/** Rules and what is counted by them, without an edge. */
@NullMarked
package dev.pmt.gateway.traffic;

import org.jspecify.annotations.NullMarked;
