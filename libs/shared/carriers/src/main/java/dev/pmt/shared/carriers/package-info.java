/**
 * Brokers that carry events between services: Redis Streams and RabbitMQ, each an {@link dev.pmt.shared.events.EventCarrier}.
 * They are speed only; {@link CarriedFeed} takes from the producer's log whatever a broker lacks. Start there.
 */
@NullMarked
package dev.pmt.shared.carriers;

import org.jspecify.annotations.NullMarked;
