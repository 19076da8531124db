package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is told who else has a topic on screen. */
class PresenceTest {

    private static LiveWorld world;

    private Person ana;
    private Person bo;
    private UUID project;
    private String topic;

    @BeforeAll
    static void start() {
        world = LiveWorld.start("presence", "100ms");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void make() {
        ana = world.person();
        bo = world.person();
        project = world.project(ana, bo);
        topic = "project:" + project;
    }

    /** Opens a socket that subscribes; the project may not be known at once. */
    private Listening opens(Person person) {
        var socket = person.opens();
        await().until(() ->
                socket.subscribes(topic).next().required("message").asString().equals("subscribed"));
        return socket;
    }

    private Listening appears(Person person) {
        return appears(opens(person));
    }

    private Listening appears(Listening socket) {
        return socket.says("{\"message\":\"appear\",\"topic\":\"" + topic + "\"}");
    }

    /** Expects to be told that exactly these people are there, perhaps after others who came or went just before. */
    private void sees(Listening socket, Person... people) {
        var expected = Arrays.stream(people)
                .map(person -> person.id().toString())
                .sorted()
                .toList();
        JsonNode told;
        do {
            told = socket.expect("present");
            assertThat(told.required("topic").asString()).isEqualTo(topic);
            assertThat(told.required("count").asInt())
                    .isEqualTo(told.required("users").size());
        } while (!users(told).equals(expected));
    }

    private static List<String> users(JsonNode told) {
        return told.required("users")
                .valueStream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    @Test
    void those_who_appear_are_told_of_each_other_until_they_disappear() {
        var here = appears(ana);
        sees(here, ana);
        var there = appears(bo);
        sees(here, ana, bo);
        sees(there, ana, bo);

        there.says("{\"message\":\"disappear\",\"topic\":\"" + topic + "\"}");
        sees(here, ana);

        appears(there);
        sees(here, ana, bo);
        there.leaves();
        sees(here, ana);
    }

    @Test
    void several_windows_are_one_person_and_the_last_counts() {
        var here = appears(ana);
        var one = appears(bo);
        var two = appears(bo);
        sees(two, ana, bo);
        sees(here, ana, bo);

        one.says("{\"message\":\"unsubscribe\",\"topic\":\"" + topic + "\"}");
        one.expect("present");
        one.expect("unsubscribed");
        two.leaves();

        sees(here, ana);
    }

    @Test
    void who_only_listens_is_neither_told_nor_seen() {
        var listening = opens(bo);
        var here = appears(ana);

        sees(here, ana);
        assertThat(listening.waiting()).isZero();
    }

    @Test
    void who_leaves_the_project_is_seen_no_more_and_told_nothing() {
        var here = appears(ana);
        var there = appears(bo);
        sees(there, ana, bo);
        sees(here, ana, bo);

        world.leave(project, bo);
        here.expect("event");
        sees(here, ana);
        there.expect("unsubscribed");
        appears(there).expect("error");
    }

    @Test
    void strangers_do_not_appear() {
        var here = appears(ana);
        sees(here, ana);
        var stranger = world.person().opens();

        assertThat(appears(stranger).expect("error").required("code").asString())
                .isEqualTo("not-subscribed");
        assertThat(stranger.subscribes(topic).expect("error").required("code").asString())
                .isEqualTo("not-found");
        assertThat(appears(stranger).expect("error").required("code").asString())
                .isEqualTo("not-subscribed");
        assertThat(here.waiting()).isZero();
    }
}
