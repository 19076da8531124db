package dev.pmt.api.tasks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.web.Excerpt;
import java.util.List;
import java.util.Optional;

/** One of the emoji with which people answer comments. */
record Emoji(@JsonValue String value) {

    private static final List<String> ALL = List.of("👍", "👎", "❤️", "🎉", "😄", "😕", "👀", "✅");

    /** Asks for an emoji's picture instead of its letter; keyboards send it or leave it out. */
    private static final String AS_PICTURE = "\uFE0F";

    /** Wraps one that is known; JSON holds the bare emoji. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Emoji {}

    /** Reads an emoji of a request. @throws dev.pmt.shared.web.ProblemException when it is none of them (400) */
    static Emoji parse(String text) {
        var known = find(text);
        var faults = new Faults();
        faults.check(
                known.isPresent(), "emoji", "emoji must be one of " + String.join(" ", ALL) + ": " + Excerpt.of(text));
        faults.refuse();
        return known.orElseThrow();
    }

    private static Optional<Emoji> find(String text) {
        return ALL.stream()
                .filter(one -> bare(one).equals(bare(text)))
                .findFirst()
                .map(Emoji::new);
    }

    private static String bare(String text) {
        return text.replace(AS_PICTURE, "");
    }
}
