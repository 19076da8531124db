package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersTest {

    private static RunningApi api;

    private Client ana;
    private Client ben;
    private String project;

    @BeforeAll
    static void start() {
        api = RunningApi.shared();
    }

    @BeforeEach
    void project() {
        ana = api.person();
        ben = api.person();
        project = ana.project();
    }

    private String member(Client who) {
        return "/projects/" + project + "/members/" + who.id();
    }

    private Answer put(Client by, Client who, String role) {
        return by.put(member(who), "{\"role\":\"" + role + "\"}");
    }

    @Test
    void lists_members_longest_standing_first_page_by_page() {
        put(ana, ben, "viewer").expect(200);

        var first = ana.get("/projects/" + project + "/members?limit=1").expect(200);
        var second = ben.get("/projects/" + project + "/members?limit=1&cursor=" + first.text("/next"));

        assertThat(first.each("/items", "userId")).containsExactly(ana.id().toString());
        assertThat(second.each("/items", "role")).containsExactly("viewer");
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void changes_a_role_and_keeps_the_time_of_joining() {
        var joined = put(ana, ben, "viewer").expect(200);

        var changed = put(ana, ben, "member").expect(200);

        assertThat(changed.text("/role")).isEqualTo("member");
        assertThat(changed.text("/since")).isEqualTo(joined.text("/since"));
        assertThat(ana.get(member(ben)).expect(200).text("/role")).isEqualTo("member");
        assertThat(ben.get("/projects/" + project).text("/role")).isEqualTo("member");
    }

    @Test
    void lets_maintainers_manage_all_but_owners() {
        put(ana, ben, "maintainer").expect(200);
        var cleo = api.person();

        put(ben, cleo, "member").expect(200);
        put(ben, cleo, "owner").expect(403, "role-too-low");
        put(ben, ana, "viewer").expect(403, "role-too-low");
        ben.delete(member(ana)).expect(403, "role-too-low");
        ben.delete(member(cleo)).expect(204);
        cleo.get("/projects/" + project).expect(404, "not-found");
    }

    @Test
    void keeps_the_last_owner() {
        put(ana, ana, "member").expect(409, "last-owner");
        ana.delete(member(ana)).expect(409, "last-owner");

        put(ana, ben, "owner").expect(200);
        ana.delete(member(ana)).expect(204);
        ben.delete(member(ben)).expect(409, "last-owner");
    }

    @Test
    void keeps_an_owner_when_two_owners_remove_each_other_at_once() {
        put(ana, ben, "owner").expect(200);
        var removed = new AtomicInteger();

        Together.run(2, n -> {
            var answer = n == 0 ? ana.delete(member(ben)) : ben.delete(member(ana));
            removed.addAndGet(answer.status() == 204 ? 1 : 0);
        });

        assertThat(removed).hasValue(1);
    }

    @Test
    void lets_anyone_leave() {
        put(ana, ben, "viewer").expect(200);

        ben.delete(member(ben)).expect(204);
        ben.get("/projects/" + project).expect(404, "not-found");
    }

    @Test
    void refuses_roles_and_ids_that_make_no_sense() {
        put(ana, ben, "emperor").expect(400, "invalid-field");
        ana.put(member(ben), "{}").expect(400, "invalid-request");
        ana.put("/projects/" + project + "/members/ben", "{\"role\":\"viewer\"}")
                .expect(400);
        ana.get("/projects/" + project + "/members/" + UUID.randomUUID()).expect(404, "not-found");
        ana.delete("/projects/" + project + "/members/" + UUID.randomUUID()).expect(404, "not-found");
    }
}
