package dev.pmt.api.queries;

import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Why a text is no query.
 *
 * @param found what stands there, empty at the end
 * @param suggestions names that may have been meant, the nearest first
 */
public record QueryFault(Span at, String found, List<Expected> expected, List<String> suggestions) implements Parsed {

    /** Makes the fault of a value. */
    public static QueryFault of(Value value, Expected expected, List<String> candidates) {
        return new QueryFault(value.at(), value.text(), List.of(expected), Nearest.to(value.text(), candidates));
    }

    /** Says what was expected, part by part. */
    public List<String> texts() {
        return expected.stream().flatMap(Expected::texts).distinct().toList();
    }

    /** Makes the answer to the request (400). */
    public ProblemException problem() {
        var hint = suggestions.isEmpty() ? "" : "; perhaps " + String.join(" or ", suggestions);
        var detail = "query must have %s at character %d: %s%s"
                .formatted(either(), at.position() + 1, found.isEmpty() ? "it ends" : Excerpt.of(found), hint);
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-query",
                detail,
                Map.of(
                        "position",
                        at.position(),
                        "length",
                        at.length(),
                        "expected",
                        texts(),
                        "suggestions",
                        suggestions));
    }

    private String either() {
        var texts = texts();
        var last = texts.getLast();
        return texts.size() == 1 ? last : String.join(", ", texts.subList(0, texts.size() - 1)) + " or " + last;
    }
}
