package dev.pmt.api.queries;

import java.util.Locale;
import java.util.Set;

/**
 * A piece of a query.
 *
 * @param text without quotes
 */
record Token(Shape shape, String text, Span at) {

    private static final Set<String> KEYWORDS =
            Set.of("AND", "OR", "NOT", "IN", "IS", "EMPTY", "ORDER", "BY", "ASC", "DESC");

    /** What a piece is. */
    enum Shape {
        WORD,
        STRING,
        SYMBOL,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word.toUpperCase(Locale.ROOT));
    }

    boolean is(String keyword) {
        return shape == Shape.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Tells whether it can be a name or a value. */
    boolean isPlain() {
        return shape == Shape.WORD && !isKeyword(text);
    }
}
