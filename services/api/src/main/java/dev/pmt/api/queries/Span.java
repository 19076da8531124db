package dev.pmt.api.queries;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a query, in UTF-16 units. All spans are equal: where something stands is no part of what it
 * says.
 */
public record Span(int position, int length) {

    /** Returns where something from here to the end of another span stands. */
    Span to(Span last) {
        return new Span(position, last.end() - position);
    }

    /** Returns the position behind it. */
    public int end() {
        return position + length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Span;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
