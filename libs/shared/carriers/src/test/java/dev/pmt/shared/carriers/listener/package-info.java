/** A service that listens to others. */
@NullMarked
package dev.pmt.shared.carriers.listener;

import org.jspecify.annotations.NullMarked;
