/** Switches between an old and a new way of doing something, for all users or for some; judged by OpenFeature. */
@NullMarked
package dev.pmt.gateway.flags;

import org.jspecify.annotations.NullMarked;
