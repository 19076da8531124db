/** A service with a log. */
@NullMarked
package dev.pmt.shared.events.producer;

import org.jspecify.annotations.NullMarked;
