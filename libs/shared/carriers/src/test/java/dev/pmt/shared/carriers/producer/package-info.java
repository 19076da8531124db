/** A service with a log. */
@NullMarked
package dev.pmt.shared.carriers.producer;

import org.jspecify.annotations.NullMarked;
