/**
 * Makes writes with an {@code Idempotency-Key} happen once: {@link dev.pmt.api.idempotency.IdempotencyFilter} stands before the
 * HTTP doors of all modules, none of which knows of it.
 */
@NullMarked
package dev.pmt.api.idempotency;

import org.jspecify.annotations.NullMarked;
