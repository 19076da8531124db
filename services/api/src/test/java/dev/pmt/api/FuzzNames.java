package dev.pmt.api;

import dev.pmt.shared.contracts.FuzzValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Projects full of texts that strangers must never see, and the names of all that is in them. */
final class FuzzNames {

    private final Map<String, List<String>> names = new HashMap<>();

    /** Returns the name of a {@code project}, {@code task}, {@code relation}, {@code view} and so on, or a {@code cursor}. */
    String pick(String kind, FuzzValues values) {
        return values.pick(names.getOrDefault(kind, List.of("none")));
    }

    /** Makes a project whose every text is the marker; returns when its imports are done. */
    void fill(Client owner, String key, String marker) {
        owner.post(
                        "/projects",
                        "{\"key\":\"%s\",\"name\":\"%s\",\"description\":\"%s\"}".formatted(key, marker, marker))
                .expect(201);
        name("project", key);
        owner.put("/projects/" + key + "/custom-fields", 1, """
                        {"fields":[{"name":"%1$s","type":"text"},
                                   {"name":"%1$s2","type":"select","options":[{"name":"%1$s"}]}]}
                        """.formatted(marker))
                .expect(200);
        for (int i = 0; i < 8; i++) {
            name("status", owner.status(key, i % 4));
            name(
                    "task",
                    owner.post("/projects/" + key + "/tasks", task(marker, owner.status(key, i % 2)))
                            .expect(201)
                            .text("/key"));
        }
        var tasks = owner.get("/projects/" + key + "/tasks").each("/items", "key");
        var related = "{\"kind\":\"blocks\",\"taskKey\":\"%s\"}".formatted(tasks.getFirst());
        name(
                "relation",
                owner.post("/tasks/" + tasks.getLast() + "/relations", related)
                        .expect(201)
                        .text("/id"));
        for (var task : tasks) {
            var said = owner.post("/tasks/" + task + "/comments", "{\"text\":\"%s\"}".formatted(marker));
            name("comment", said.expect(201).text("/id"));
            var kept = owner.file(
                    "/tasks/" + task + "/attachments?name=" + marker, marker.getBytes(StandardCharsets.UTF_8));
            name("attachment", kept.expect(201).text("/id"));
            var worked = "{\"minutes\":5,\"day\":\"2026-01-15\",\"note\":\"%s\"}".formatted(marker);
            name(
                    "work log",
                    owner.post("/tasks/" + task + "/work-logs", worked)
                            .expect(201)
                            .text("/id"));
        }
        for (int i = 0; i < 3; i++) {
            name(
                    "sprint",
                    owner.post("/projects/" + key + "/sprints", sprint(marker + i))
                            .expect(201)
                            .text("/id"));
        }
        for (int i = 0; i < 2; i++) {
            var csv = "issuekey,title,%s\nSRC-1,%s,%s\nSRC-2,,x\n".formatted(marker, marker, marker);
            var made =
                    owner.csv("/imports?project=" + key + "&filename=" + marker, csv.getBytes(StandardCharsets.UTF_8));
            name("import", made.expect(202).text("/id"));
        }
        for (var list : List.of(
                "/tasks",
                "/tasks?sort=-updated",
                "/tasks?sort=due",
                "/tasks?query=points+IS+EMPTY",
                "/members",
                "/sprints",
                "/board/columns/" + owner.status(key, 0))) {
            var path = "/projects/" + key + list;
            var next = owner.get(path + (path.contains("?") ? "&" : "?") + "limit=1")
                    .at("/next");
            if (!next.isNull()) {
                name("cursor", next.asString());
            }
        }
        var bulk = "{\"tasks\":[\"%s\"],\"change\":{\"points\":8}}".formatted(tasks.getFirst());
        name(
                "bulk",
                owner.post("/projects/" + key + "/bulk-changes", bulk)
                        .expect(201)
                        .text("/id"));
        var view = "{\"name\":\"%s\",\"query\":\"text ~ %s\",\"shared\":true}".formatted(marker, marker);
        name("view", owner.post("/projects/" + key + "/views", view).expect(201).text("/id"));
        awaitImports(owner, key);
    }

    private static void awaitImports(Client owner, String project) {
        Awaitility.await()
                .until(() -> owner.get("/imports?project=" + project).each("/items", "state").stream()
                        .allMatch("done"::equals));
    }

    private static String task(String marker, String status) {
        return "{\"title\":\"%s\",\"description\":\"%s\",\"labels\":[\"%s\"],\"statusId\":\"%s\"}"
                .formatted(marker, marker, marker, status);
    }

    private static String sprint(String marker) {
        return "{\"name\":\"%s\",\"goal\":\"%s\",\"startsOn\":\"2026-11-23\",\"endsOn\":\"2026-12-04\"}"
                .formatted(marker, marker);
    }

    private void name(String kind, String name) {
        names.computeIfAbsent(kind, k -> new ArrayList<>()).add(name);
    }
}
