package dev.pmt.api.projects;

import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.Excerpt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that sets the columns of a board.
 *
 * @param statuses all that there are to be, in board order
 */
record NewStatuses(@Nullable List<@Nullable Item> statuses) {

    private static final String FIELD = "statuses";
    private static final int MOST = 30;
    private static final int LONGEST_NAME = 50;

    /**
     * A status.
     *
     * @param id of one that there is; without it the status is new
     */
    record Item(
            @Nullable StatusId id,
            @Nullable String name,
            @Nullable StatusCategory category,
            @Nullable BigDecimal wipLimit) {}

    /** A status once its rules are checked; one without an id is new. */
    record Checked(
            @Nullable StatusId id,
            String name,
            StatusCategory category,
            @Nullable Integer wipLimit) {

        boolean isSame(Status status) {
            return status.id().equals(id)
                    && status.name().equals(name)
                    && status.category() == category
                    && Objects.equals(status.wipLimit(), wipLimit);
        }
    }

    /** Checks it against the statuses that its project has. */
    List<Checked> check(Project project) {
        var faults = new Faults();
        var items = Objects.requireNonNullElse(statuses, List.<@Nullable Item>of());
        faults.check(
                !items.isEmpty() && items.size() <= MOST,
                FIELD,
                "statuses must be from 1 to " + MOST + ": " + items.size());
        var checked = new ArrayList<Checked>();
        var names = new HashSet<String>();
        var ids = new HashSet<StatusId>();
        for (var item : items) {
            var one = checked(faults, Objects.requireNonNullElse(item, new Item(null, null, null, null)));
            faults.check(
                    names.add(one.name.toLowerCase(Locale.ROOT)),
                    FIELD,
                    "statuses must have names of their own: " + Excerpt.of(one.name));
            var id = one.id;
            faults.check(
                    id == null || (project.status(id).isPresent() && ids.add(id)),
                    FIELD,
                    "statuses must have ids of project " + project.key() + ", each once, or none: " + id);
            checked.add(one);
        }
        faults.refuse();
        return checked;
    }

    private static Checked checked(Faults faults, Item item) {
        var name = Objects.requireNonNullElse(item.name, "").strip();
        Texts.check(faults, "name", name, 1, LONGEST_NAME);
        faults.check(item.category != null, "category", "category must be todo, doing or done: " + item.category);
        var limit = StatusPatch.checkLimit(faults, item.wipLimit);
        return new Checked(item.id, name, Objects.requireNonNullElse(item.category, StatusCategory.TODO), limit);
    }
}
