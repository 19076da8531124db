package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.EventContract;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventConsumer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProfilesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningApi api;
    private static ConfigurableApplicationContext context;
    private static EventConsumer profiles;

    private Client ana;
    private Client ben;
    private String project;

    @BeforeAll
    static void start() {
        api = RunningApi.start();
        context = ApiContext.start(api);
        profiles = context.getBeansOfType(EventConsumer.class).values().stream()
                .filter(consumer -> consumer.name().equals("profiles"))
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    static void stop() {
        context.close();
        api.close();
    }

    @BeforeEach
    void people() {
        profiles.forget(0);
        ana = api.person();
        ben = api.person();
        project = ana.project();
    }

    private static Event told(Client who, String name, boolean active, long version) {
        return event(who.id(), "pmt.user.updated.v1", version, """
                {"name": "%s", "role": "member", "active": %s, "something": "new"}""".formatted(name, active));
    }

    private static Event event(UUID subject, String type, long version, String data) {
        return new Event(UUID.randomUUID(), type, subject, version, version, Instant.EPOCH, null, data, null);
    }

    private static void tell(Event... events) {
        profiles.handle(Arrays.asList(events));
    }

    private @Nullable JsonNode profile(Client who) {
        return StreamSupport.stream(
                        ana.get("/profiles?limit=100").expect(200).at("/items").spliterator(), false)
                .filter(profile ->
                        profile.required("id").asString().equals(who.id().toString()))
                .findFirst()
                .orElse(null);
    }

    private String named(Client who) {
        var profile = profile(who);
        return profile == null ? "nobody" : profile.required("name").asString() + " " + profile.required("active");
    }

    @Test
    void are_what_auth_told_last() {
        tell(told(ana, "Ana", true, 1), told(ben, "B.", true, 1), told(ben, "Ben", true, 2));
        assertThat(named(ben)).isEqualTo("Ben true");

        tell(told(ben, "Benjamin", false, 3));

        assertThat(named(ben)).isEqualTo("Benjamin false");
        assertThat(named(ana)).isEqualTo("Ana true");
    }

    @Test
    void are_not_set_back_by_what_comes_late_or_again() {
        tell(told(ben, "Ben", false, 4));

        tell(told(ben, "Ben", true, 3), told(ben, "Old", true, 4));

        assertThat(named(ben)).isEqualTo("Ben false");
    }

    @Test
    void are_made_of_every_event_that_auth_promises() {
        var examples =
                EventContract.read(Path.of("..", "auth", "contract", "events")).examples();

        assertThat(examples.keySet()).isEqualTo(profiles.types());
        assertThat(examples).allSatisfy((type, example) -> {
            var event = JSON.readTree(example);
            profiles.forget(0);
            tell(event(ben.id(), type, 7, event.required("data").toString()));
            assertThat(named(ben)).isEqualTo(event.at("/data/name").asString() + " " + event.at("/data/active"));
        });
    }

    @Test
    void stay_while_they_are_told_again_from_a_position_on() {
        tell(told(ana, "Ana", true, 8), told(ben, "Wrong", true, 9));

        profiles.forget(5);
        tell(told(ben, "Ben", true, 2));

        assertThat(named(ana)).isEqualTo("Ana true");
        assertThat(named(ben)).isEqualTo("Ben true");
    }

    @Test
    void come_page_by_page() {
        tell(told(ana, "Ana", true, 1), told(ben, "Ben", true, 1));

        var first = ben.get("/profiles?limit=1").expect(200);
        var second = ben.get("/profiles?limit=1&cursor=" + first.text("/next")).expect(200);

        assertThat(List.of(first.text("/items/0/name"), second.text("/items/0/name")))
                .containsExactlyInAnyOrder("Ana", "Ben");
        assertThat(second.at("/next").isNull()).isTrue();
        ben.get("/profiles?cursor=nonsense").expect(400, "invalid-cursor");
    }

    @Test
    void keep_who_is_shut_out_from_joining_but_not_from_being_changed_or_removed() {
        var member = "/projects/" + project + "/members/" + ben.id();
        tell(told(ben, "Ben", false, 1));
        ana.put(member, "{\"role\":\"member\"}").expect(409, "user-inactive");

        tell(told(ben, "Ben", true, 2));
        ana.put(member, "{\"role\":\"member\"}").expect(200);
        tell(told(ben, "Ben", false, 3));

        ana.put(member, "{\"role\":\"viewer\"}").expect(200);
        ana.delete(member).expect(204);
    }

    @Test
    void keep_tasks_from_who_is_shut_out_but_not_those_they_have() {
        ana.adds(ben, project, "member");
        var tasks = "/projects/" + project + "/tasks";
        var assigned = "{\"title\":\"t\",\"assigneeId\":\"" + ben.id() + "\"}";
        var had = "/tasks/" + ana.post(tasks, assigned).expect(201).text("/key");
        var other = "/tasks/" + ana.task(project, "other");

        tell(told(ben, "Ben", false, 1));

        ana.post(tasks, assigned).expect(400, "invalid-request");
        ana.patch(other, 1, assigned).expect(400, "invalid-request");
        ana.patch(had, 1, assigned.replace("\"t\"", "\"renamed\"")).expect(200);
        assertThat(ana.get(had).text("/assigneeId")).isEqualTo(ben.id().toString());
    }

    @Test
    void are_not_waited_for() {
        assertThat(named(ben)).isEqualTo("nobody");
        ana.adds(ben, project, "member");
        ana.post("/projects/" + project + "/tasks", "{\"title\":\"t\",\"assigneeId\":\"" + ben.id() + "\"}")
                .expect(201);
    }
}
