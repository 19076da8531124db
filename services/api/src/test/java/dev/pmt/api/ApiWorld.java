package dev.pmt.api;

import dev.pmt.shared.contracts.FuzzCaller;
import dev.pmt.shared.contracts.FuzzValues;
import dev.pmt.shared.contracts.FuzzWorld;
import dev.pmt.shared.contracts.OpenApi.Operation;
import java.util.ArrayList;
import java.util.List;

/** Two projects, each with texts that the other's people must never see, and the names of all that is in them. */
final class ApiWorld implements FuzzWorld {

    private static final String A = "zebra-secret-of-a";
    private static final String B = "walrus-secret-of-b";

    private static final List<String> HEADS = List.of(
            "issuekey,title,storypoint", "issuekey;title", "key\ttitle", "title", "\"", "issuekey,title,title,labels");
    private static final List<String> ODD = List.of(
            "dGFza3MtYnktcmFuawoA",
            "dGFza3MtYnktdXBkYXRlCisxMDAwMDAwMDAwLTEyLTMxVDIzOjU5OjU5LjlaCjEtMS0xLTEtMQ",
            "bWVtYmVycwotMTAwMDAwMDAwMC0wMS0wMVQwMDowMDowMFoKMS0xLTEtMS0x",
            "cHJvamVjdHMK7aCA",
            "aW1wb3J0LWVycm9ycwo5OTk5OTk5OTk5OTk5OTk5OTk5",
            "A-1",
            "FUZZA-999999999",
            "points=",
            "points=x=y",
            "labels=title",
            "nothing=x");

    private static final List<String> QUERIES = List.of(
            "text ~ secret ORDER BY points, title DESC",
            "NOT (status = todo OR labels IS EMPTY) ORDER BY key",
            "type IN (task, bug) AND updated >= -1d ORDER BY rank",
            "project = FUZZB OR key = FUZZB-1",
            "archived = true",
            "sprint IN (active, planned) OR sprint IS EMPTY",
            "status = nothing",
            "assignee = nobody",
            "title ~ \"\\");

    private final List<FuzzCaller> callers;
    private final FuzzNames names = new FuzzNames();

    ApiWorld(RunningApi api) {
        var ana = api.person();
        var ben = api.person();
        var cleo = api.person("guest");
        names.fill(ana, "FUZZA", A);
        names.fill(ben, "FUZZB", B);
        ben.adds(cleo, "FUZZB", "maintainer");
        callers = List.of(caller(ana, A, B), caller(ben, B, A), caller(cleo, B, A));
    }

    @Override
    public List<FuzzCaller> callers() {
        return callers;
    }

    @Override
    public List<String> oddTexts() {
        return ODD;
    }

    @Override
    public String text(Operation operation, String name, FuzzValues values) {
        return switch (name) {
            case "key" -> names.pick(operation.path().startsWith("/tasks") ? "task" : "project", values);
            case "statusId", "status" -> names.pick("status", values);
            case "id" -> names.pick("import", values);
            case "bulkChangeId" -> names.pick("bulk", values);
            case "viewId" -> names.pick("view", values);
            case "sprintId", "sprint" -> names.pick("sprint", values);
            case "state" -> values.pick(List.of("planned", "active", "completed"));
            case "userId" -> values.uuid().toString();
            case "commentId" -> names.pick("comment", values);
            case "attachmentId" -> names.pick("attachment", values);
            case "workLogId" -> names.pick("work log", values);
            case "emoji" -> values.pick(List.of("👍", "❤", "✅", "x"));
            case "relationId" -> names.pick("relation", values);
            case "person" -> values.pick(List.of("me", "nobody", values.uuid().toString()));
            case "project" -> names.pick("project", values);
            case "parent", "task" -> names.pick("task", values);
            case "kind" -> values.pick(List.of("blocks", "relates-to", "duplicates", "blocked-by"));
            case "cursor" -> names.pick("cursor", values);
            case "limit" -> Integer.toString(1 + values.below(100));
            case "assignee" -> values.pick(List.of("me", "none", values.uuid().toString()));
            case "map" ->
                values.pick(List.of("title=title", "points=", "key=issuekey", "labels=x", "due=title", "estimate=x"));
            case "query" -> values.pick(QUERIES);
            case "at" -> Integer.toString(values.below(40));
            case "by" -> values.pick(List.of("assignee", "epic", "priority", "nothing"));
            case "fields" -> values.pick(List.of("title", "key,labels,dueDate", "name", "nothing", ","));
            case "sort" -> values.pick(List.of("rank", "-updated", "due"));
            case "columns" -> values.pick(List.of("issuekey,title", "title,title", "\"title", "nothing"));
            case "archived", "dryRun", "partial" -> values.pick(List.of("true", "false"));
            default -> values.pick(List.of("task", "bug", "zebra", "x"));
        };
    }

    @Override
    public String json(Operation operation, String name, FuzzValues values) {
        return switch (name) {
            case "key" -> quoted("F" + values.below(1_000_000));
            case "statusId" -> quoted(names.pick("status", values));
            case "afterKey", "beforeKey", "parentKey", "taskKey" -> quoted(names.pick("task", values));
            case "sprintId", "carryOverTo" -> quoted(names.pick("sprint", values));
            case "keys", "tasks" -> "[" + quoted(names.pick("task", values)) + "]";
            case "transitions" -> transitions(values);
            case "statuses" -> statuses(values);
            case "wipLimit" -> Integer.toString(values.below(10));
            case "capacity" -> Integer.toString(values.below(100));
            case "assigneeId" -> quoted(values.uuid().toString());
            case "startDate", "dueDate", "startsOn", "endsOn", "day" ->
                quoted("2026-11-%02d".formatted(1 + values.below(31)));
            case "minutes" -> Integer.toString(values.below(1_500));
            case "points" -> Integer.toString(values.below(100));
            case "query" -> quoted(values.pick(QUERIES).replace("\\", "\\\\").replace("\"", "\\\""));
            case "change" ->
                values.pick(List.of(
                        "{\"priority\":\"high\",\"points\":3}",
                        "{\"addLabels\":[\"l1\"],\"removeLabels\":[\"l2\"],\"dueDate\":null}",
                        "{\"statusId\":%s}".formatted(quoted(names.pick("status", values))),
                        "{\"sprintId\":%s}".formatted(quoted(names.pick("sprint", values))),
                        "{\"type\":\"epic\",\"archived\":false}",
                        "{\"archived\":null}",
                        "{}"));
            case "version" -> Integer.toString(1 + values.below(9));
            case "activityId" -> quoted(values.uuid().toString());
            case "archived" -> values.pick(List.of("true", "false"));
            case "addLabels", "removeLabels" -> "[\"l" + values.below(5) + "\"]";
            case "labels" -> "[\"l" + values.below(5) + "\"]";
            default -> quoted("text " + values.below(100));
        };
    }

    private String transitions(FuzzValues values) {
        var from = quoted(names.pick("status", values));
        return values.chance(30)
                ? "[]"
                : "[{\"from\":%s,\"to\":[%s]}]".formatted(from, quoted(names.pick("status", values)));
    }

    private String statuses(FuzzValues values) {
        return values.chance(50)
                ? "[]"
                : "[{\"id\":%s,\"name\":\"To do\",\"category\":\"todo\"},{\"name\":\"Test\",\"category\":\"doing\"}]"
                        .formatted(quoted(names.pick("status", values)));
    }

    @Override
    public String body(Operation operation, FuzzValues values) {
        var lines = new ArrayList<String>();
        lines.add(values.pick(HEADS));
        for (int i = values.below(4); i > 0; i--) {
            lines.add("K-" + values.below(50) + "," + values.text().replace("\"", values.chance(50) ? "" : "\"") + ","
                    + values.below(20));
        }
        return String.join("\n", lines);
    }

    private static FuzzCaller caller(Client person, String own, String forbidden) {
        return FuzzCaller.bearer(person.token(), text -> text.contains(own), text -> text.contains(forbidden));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
