/**
 * A service's events: {@link dev.pmt.shared.events.EventLog} takes facts in the transaction that makes them true, the
 * relay gives them their positions, {@link dev.pmt.shared.events.EventFeed} reads them in that order, and an
 * {@link dev.pmt.shared.events.EventConsumer} takes each into effect exactly once. Start with {@code EventLog}.
 */
@NullMarked
package dev.pmt.shared.events;

import org.jspecify.annotations.NullMarked;
