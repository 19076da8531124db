package dev.pmt.api.imports;

import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column fills which field by the user's own word; an empty column leaves the field out.
 *
 * @param columns column names by field
 */
record Mapping(Map<TaskField, String> columns) {

    private static final int LONGEST_COLUMN = 1000;

    Mapping {
        columns = Map.copyOf(columns);
    }

    /** Reads {@code field=Column} entries. @throws dev.pmt.shared.web.ProblemException when one is wrong (400) */
    static Mapping parse(String @Nullable [] entries) {
        var faults = new Faults();
        var columns = new EnumMap<TaskField, String>(TaskField.class);
        for (var entry : entries == null ? new String[0] : entries) {
            var divided = List.of(entry.split("=", 2));
            var field =
                    divided.size() == 2 ? TaskField.find(divided.getFirst()) : java.util.Optional.<TaskField>empty();
            if (field.isEmpty()) {
                faults.check(false, "map", "map must be field=Column with a known field: " + Excerpt.of(entry));
            } else {
                Texts.check(faults, "map", divided.getLast(), 0, LONGEST_COLUMN);
                var twice = columns.put(field.get(), divided.getLast()) != null;
                faults.check(
                        !twice,
                        "map",
                        "map must name a field once: " + field.get().wireName());
            }
        }
        faults.refuse();
        return new Mapping(columns);
    }
}
