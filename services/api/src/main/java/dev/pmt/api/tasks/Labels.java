package dev.pmt.api.tasks;

import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** Labels: short texts without commas or line breaks, each once, in the order given. */
public final class Labels {

    private static final int MOST = 20;
    private static final int LONGEST = 50;

    private Labels() {}

    /** Strips the labels and drops repetitions. */
    public static List<String> tidy(List<String> labels) {
        var tidy = new LinkedHashSet<String>();
        for (var label : labels) {
            tidy.add(label.strip());
        }
        return List.copyOf(tidy);
    }

    /** Reads labels divided by commas. */
    public static List<String> split(String text) {
        return tidy(Arrays.stream(text.split(",", -1))
                .filter(part -> !part.isBlank())
                .toList());
    }

    /** Joins labels with commas, so that {@link #split} gives them back. */
    public static String join(List<String> labels) {
        return String.join(",", labels);
    }

    /** Checks tidy labels. */
    public static void check(Faults faults, String field, List<String> labels) {
        faults.check(labels.size() <= MOST, field, field + " must have at most " + MOST + " entries: " + labels.size());
        for (var label : labels.subList(0, Math.min(MOST, labels.size()))) {
            Texts.check(faults, field, label, 1, LONGEST);
            faults.check(
                    label.chars().noneMatch(c -> c == ',' || Character.isISOControl(c)),
                    field,
                    field + " must hold no commas and no line breaks: " + Excerpt.of(label));
        }
    }
}
