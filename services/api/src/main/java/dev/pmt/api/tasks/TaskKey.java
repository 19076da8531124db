package dev.pmt.api.tasks;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A task's key such as {@code MESOS-313}.
 *
 * @param project key of the project
 * @param number number in the project
 */
public record TaskKey(String project, long number) {

    private static final Pattern FORM = Pattern.compile("([A-Z][A-Z0-9]{1,9})-([1-9][0-9]{0,8})");

    /** Reads a key, empty when the text has another form. */
    public static Optional<TaskKey> parse(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new TaskKey(form.group(1), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return project + "-" + number;
    }
}
