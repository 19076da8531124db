package dev.pmt.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Two projects, each with texts that the other's people must never see, and the names of all that is in them. */
final class FuzzWorld {

    /** A person, and the text that no answer to them may hold. */
    record Person(Client client, String own, String forbidden) {}

    private static final String A = "zebra-secret-of-a";
    private static final String B = "walrus-secret-of-b";

    private final List<Person> people;
    private final Map<String, List<String>> names = new HashMap<>();

    FuzzWorld(RunningApi api) {
        var ana = api.person();
        var ben = api.person();
        var cleo = api.person("guest");
        fill(ana, "FUZZA", A);
        fill(ben, "FUZZB", B);
        ben.adds(cleo, "FUZZB", "maintainer");
        people = List.of(new Person(ana, A, B), new Person(ben, B, A), new Person(cleo, B, A));
        for (var project : Map.of("FUZZA", ana, "FUZZB", ben).entrySet()) {
            Awaitility.await()
                    .until(() ->
                            project
                                    .getValue()
                                    .get("/imports?project=" + project.getKey())
                                    .each("/items", "state")
                                    .stream()
                                    .allMatch("done"::equals));
        }
    }

    List<Person> people() {
        return people;
    }

    /** Returns names of both projects' things: {@code project}, {@code task}, {@code status}, {@code import}, {@code cursor}. */
    List<String> names(String kind) {
        return names.getOrDefault(kind, List.of());
    }

    private void fill(Client owner, String key, String marker) {
        owner.post(
                        "/projects",
                        "{\"key\":\"%s\",\"name\":\"%s\",\"description\":\"%s\"}".formatted(key, marker, marker))
                .expect(201);
        name("project", key);
        for (int i = 0; i < 8; i++) {
            name("status", owner.status(key, i % 4));
            name(
                    "task",
                    owner.post(
                                    "/projects/" + key + "/tasks",
                                    "{\"title\":\"%s\",\"description\":\"%s\",\"labels\":[\"%s\"],\"statusId\":\"%s\"}"
                                            .formatted(marker, marker, marker, owner.status(key, i % 2)))
                            .expect(201)
                            .text("/key"));
        }
        var csv = "issuekey,title,%s\nSRC-1,%s,%s\nSRC-2,,x\n".formatted(marker, marker, marker);
        for (int i = 0; i < 2; i++) {
            var id = owner.csv("/imports?project=" + key + "&filename=" + marker, csv.getBytes(StandardCharsets.UTF_8))
                    .expect(202)
                    .text("/id");
            name("import", id);
        }
        for (var list :
                List.of("/tasks", "/tasks?sort=-updated", "/members", "/board/columns/" + owner.status(key, 0))) {
            var path = "/projects/" + key + list;
            var next = owner.get(path + (path.contains("?") ? "&" : "?") + "limit=1")
                    .at("/next");
            if (!next.isNull()) {
                name("cursor", next.asString());
            }
        }
    }

    private void name(String kind, String name) {
        names.computeIfAbsent(kind, k -> new ArrayList<>()).add(name);
    }
}
