package dev.pmt.api.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a task holds the words that a query asked for.
 *
 * @param title the whole title
 * @param excerpt the place in the description, empty when the words are not near its beginning
 */
record TaskMatch(List<Part> title, List<Part> excerpt) {

    /** What opens and closes a hit in PostgreSQL's headlines: characters of which texts have no need. */
    static final char OPEN = '\u0002';

    static final char CLOSE = '\u0003';

    private static final Pattern HIT = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);

    /** A piece of text, hit or not. */
    record Part(String text, boolean hit) {}

    /** Reads two headlines. */
    static TaskMatch of(String title, String excerpt) {
        return new TaskMatch(parts(title), excerpt.indexOf(OPEN) < 0 ? List.of() : parts(excerpt));
    }

    private static List<Part> parts(String headline) {
        var parts = new ArrayList<Part>();
        var hits = HIT.matcher(headline);
        var end = 0;
        while (hits.find()) {
            add(parts, headline.substring(end, hits.start()), false);
            add(parts, hits.group(1), true);
            end = hits.end();
        }
        add(parts, headline.substring(end), false);
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, String text, boolean hit) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, hit));
        }
    }
}
