package dev.pmt.api.tasks;

import dev.pmt.api.wire.Faults;
import dev.pmt.shared.web.Excerpt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request that puts tasks into a sprint or the backlog: which ones, in their order, and at most one neighbour. */
record PlanTasks(
        @Nullable List<@Nullable String> keys,
        @Nullable String afterKey,
        @Nullable String beforeKey) {

    private static final int MOST = 200;

    /** Returns the wanted numbers with their keys. @throws dev.pmt.shared.web.ProblemException when one makes no sense (400) */
    Map<Long, String> check(String project) {
        var faults = new Faults();
        var wanted = NewTask.withoutNulls(keys);
        faults.check(
                !wanted.isEmpty() && wanted.size() <= MOST,
                "keys",
                "keys must have 1 to " + MOST + " entries: " + wanted.size());
        faults.check(
                afterKey == null || beforeKey == null, "afterKey", "afterKey and beforeKey must not be given together");
        faults.refuse();
        var numbers = new LinkedHashMap<Long, String>();
        for (var key : wanted) {
            var parsed = TaskKey.parse(key).filter(one -> one.project().equals(project));
            faults.check(parsed.isPresent(), "keys", unknown(project, key));
            parsed.ifPresent(one -> faults.check(
                    numbers.put(one.number(), key) == null, "keys", "keys must name each task once: " + key));
        }
        faults.refuse();
        return numbers;
    }

    static String archived(String key) {
        return "keys must hold no archived task, unarchive it first: " + key;
    }

    static String unknown(String project, String key) {
        return "keys must be of tasks of project " + project + ": " + Excerpt.of(key);
    }
}
