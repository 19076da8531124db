package dev.pmt.api.projects;

import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a request that creates a project. */
record NewProject(
        @Nullable String key,
        @Nullable String name,
        @Nullable String description) {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_DESCRIPTION = 10_000;
    private static final Pattern KEY = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

    /** The body once its rules are checked. */
    record Checked(String key, String name, String description) {}

    Checked check() {
        var faults = new Faults();
        var checked = new Checked(
                Objects.requireNonNullElse(key, ""),
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(description, ""));
        faults.check(
                KEY.matcher(checked.key).matches(),
                "key",
                "key must be 2 to 10 capital letters or digits and begin with a letter: " + Excerpt.of(checked.key));
        Texts.check(faults, "name", checked.name, 1, LONGEST_NAME);
        Texts.check(faults, "description", checked.description, 0, LONGEST_DESCRIPTION);
        faults.refuse();
        return checked;
    }
}
