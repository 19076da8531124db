package dev.pmt.notifications;

import static org.awaitility.Awaitility.await;

import dev.pmt.sayingapi.SayingApi;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestDatabase;
import dev.pmt.shared.testing.TestTokens;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The service under test beside an api that says events, and people who open sockets. */
final class LiveWorld implements AutoCloseable {

    private final TestTokens tokens = new TestTokens();
    private final TestDatabase database = TestDatabase.fresh("notifications");
    private final Map<String, String> settings;
    private final SayingApi api;
    private RunningService service;

    private LiveWorld(Map<String, String> changes, Consumer<SayingApi> before) {
        settings = new HashMap<>(tokens.settings());
        settings.put("pmt.internal-url", "http://127.0.0.1:1/" + UUID.randomUUID());
        api = new SayingApi(settings);
        before.accept(api);
        settings.putAll(database.settings());
        settings.putAll(changes);
        service = another();
        await().until(this::isListening);
    }

    /** A snapshot would be a gap in what sockets are told, and have them read anew. */
    private boolean isListening() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(position) FROM notifications.event_consumer WHERE name = 'live'")) {
            return rows.next() && rows.getInt(1) == 1;
        }
    }

    static LiveWorld start(String... changes) {
        var map = new HashMap<String, String>();
        for (int i = 0; i < changes.length; i += 2) {
            map.put("pmt.live." + changes[i], changes[i + 1]);
        }
        return new LiveWorld(map, api -> {});
    }

    /** Starts beside an api that has done something before. */
    static LiveWorld knowing(Consumer<SayingApi> before) {
        return new LiveWorld(Map.of(), before);
    }

    /** Starts another process of the service on the same schema. */
    RunningService another() {
        return new NotificationsService().start(new ServiceSettings(settings));
    }

    void stop() {
        service.close();
    }

    void startAgain() {
        service = another();
    }

    TestTokens tokens() {
        return tokens;
    }

    TestDatabase database() {
        return database;
    }

    Map<String, String> settings() {
        return settings;
    }

    SayingApi api() {
        return api;
    }

    RunningService service() {
        return service;
    }

    /** Makes someone with a global role. */
    Person person(String role) {
        var id = UUID.randomUUID();
        return new Person(service.address(), id, tokens.token(id, role));
    }

    Person person() {
        return person("member");
    }

    /** Makes a project with members. */
    UUID project(Person... members) {
        var project = UUID.randomUUID();
        api.says(project, members[0].id(), "pmt.project.created.v1", Map.of("key", "MESOS"));
        for (var member : members) {
            join(project, member);
        }
        return project;
    }

    void join(UUID project, Person member) {
        api.says(project, null, "pmt.project.member-added.v1", member(member));
    }

    void leave(UUID project, Person member) {
        api.says(project, null, "pmt.project.member-removed.v1", member(member));
    }

    private static Map<String, String> member(Person member) {
        return Map.of("key", "MESOS", "userId", member.id().toString(), "role", "member");
    }

    /** Makes a task. */
    UUID task(UUID project) {
        var task = UUID.randomUUID();
        api.says(task, null, "pmt.task.created.v1", task(project, "a secret title"));
        return task;
    }

    /** Moves a task so many times. */
    void moves(UUID project, UUID task, Person actor, int times) {
        var data = new Object[times];
        java.util.Arrays.fill(data, task(project, "W43"));
        api.says(task, actor.id(), "pmt.task.moved.v1", data);
    }

    /** Starts a sprint. */
    UUID startsSprint(UUID project, Person actor) {
        var sprint = UUID.randomUUID();
        api.says(sprint, actor.id(), "pmt.sprint.started.v1", Map.of("projectId", project.toString(), "key", "MESOS"));
        return sprint;
    }

    private static Map<String, String> task(UUID project, String text) {
        return Map.of("projectId", project.toString(), "key", "MESOS-1", "title", text);
    }

    @Override
    public void close() {
        service.close();
        api.close();
        tokens.close();
    }
}
