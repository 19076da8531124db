package dev.pmt.api.wire;

import dev.pmt.shared.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Gathers what is wrong with a request, so that a client learns all of it at once. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    /**
     * One broken rule.
     *
     * @param field the field at fault
     * @param message "&lt;what&gt; must &lt;rule&gt;: &lt;value&gt;"
     */
    public record Fault(String field, String message) {}

    /** Notes a fault unless the rule holds. */
    public void check(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }

    /** Returns the faults so far. */
    public List<Fault> list() {
        return List.copyOf(faults);
    }

    /** Refuses the request when there is a fault (400). */
    public void refuse() {
        if (!faults.isEmpty()) {
            var detail = faults.stream().map(Fault::message).collect(Collectors.joining("; "));
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "invalid-request", detail, Map.of("errors", List.copyOf(faults)));
        }
    }
}
