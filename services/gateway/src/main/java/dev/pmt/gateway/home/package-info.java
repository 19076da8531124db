/** The edge's files in the home directory: what changed, and what must outlive a restart. */
@NullMarked
package dev.pmt.gateway.home;

import org.jspecify.annotations.NullMarked;
