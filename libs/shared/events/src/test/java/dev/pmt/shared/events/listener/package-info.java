/** A service that listens to another one. */
@NullMarked
package dev.pmt.shared.events.listener;

import org.jspecify.annotations.NullMarked;
