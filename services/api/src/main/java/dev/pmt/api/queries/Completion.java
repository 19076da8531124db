package dev.pmt.api.queries;

import java.util.List;

/**
 * What may be written at a place in a query.
 *
 * @param at the word that it replaces, empty between words
 * @param begun that word, up to the place
 */
public record Completion(Span at, String begun, List<Expected> expected) {

    /** Finds out what may be written at a place; nothing where the query before it is wrong. */
    public static Completion of(String text, int place, Fields fields) {
        var before = text.substring(0, place);
        var start = start(before);
        var end = place;
        while (end < text.length() && Lexer.isWordPart(text.charAt(end))) {
            end++;
        }
        var isQuoted = start < place && before.charAt(start) == '"';
        if (isQuoted && end < text.length() && text.charAt(end) == '"') {
            end++;
        }
        var fault = Parser.after(before.substring(0, start), fields);
        var fits = fault.at().position() >= start;
        return new Completion(
                new Span(start, end - start),
                before.substring(isQuoted ? start + 1 : start),
                fits ? fault.expected() : List.of());
    }

    /** Returns where the word or the open string begins that a text ends with. */
    private static int start(String before) {
        var open = -1;
        for (int i = 0; i < before.length(); i++) {
            if (before.charAt(i) == '"') {
                open = open < 0 ? i : -1;
            } else if (before.charAt(i) == '\\' && open >= 0) {
                i++;
            }
        }
        var start = open < 0 ? before.length() : open;
        while (open < 0 && start > 0 && Lexer.isWordPart(before.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
