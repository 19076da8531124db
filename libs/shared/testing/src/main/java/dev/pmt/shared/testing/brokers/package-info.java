/** Brokers as they really run, each in a directory and on ports of its own, for whoever starts, kills and empties them. */
@NullMarked
package dev.pmt.shared.testing.brokers;

import org.jspecify.annotations.NullMarked;
