package dev.pmt.api.views;

import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person says of a view, once it is checked. */
record ViewContent(String name, String query, @Nullable List<String> columns, boolean shared) {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_COLUMNS = 30;
    private static final Pattern COLUMN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    /** The body of a request that creates a view. */
    record New(
            @Nullable String name,
            @Nullable String query,
            @Nullable List<@Nullable String> columns,
            @Nullable Boolean shared) {

        ViewContent check(Consumer<String> queryRule) {
            return ViewContent.checked(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(query, ""),
                    columns,
                    Objects.requireNonNullElse(shared, false),
                    queryRule);
        }
    }

    /** Checks the rules, those of the query last. @throws dev.pmt.shared.web.ProblemException when one is broken (400) */
    static ViewContent checked(
            String name,
            String query,
            @Nullable List<@Nullable String> columns,
            boolean shared,
            Consumer<String> queryRule) {
        var faults = new Faults();
        var tidy = name.strip();
        Texts.check(faults, "name", tidy, 1, LONGEST_NAME);
        faults.check(
                tidy.chars().noneMatch(Character::isISOControl), "name", "name must be one line: " + Excerpt.of(tidy));
        var texts = columns == null
                ? null
                : columns.stream()
                        .map(column -> Objects.requireNonNullElse(column, ""))
                        .distinct()
                        .toList();
        if (texts != null) {
            faults.check(
                    texts.size() <= MOST_COLUMNS,
                    "columns",
                    "columns must have at most " + MOST_COLUMNS + " entries: " + texts.size());
            texts.stream()
                    .filter(column -> !COLUMN.matcher(column).matches())
                    .limit(1)
                    .forEach(column -> faults.check(
                            false, "columns", "columns must be names of columns such as due: " + Excerpt.of(column)));
        }
        faults.refuse();
        queryRule.accept(query);
        return new ViewContent(tidy, query.strip(), texts, shared);
    }
}
