package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.contracts.EventContract;
import dev.pmt.shared.testing.PublishedEvents;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds what the service says against {@code contract/events}, both ways. */
class EventContractTest {

    private static Person ada;
    private static Person mia;
    private static List<String> events;

    @BeforeAll
    static void let_everything_happen() {
        try (var auth = RunningAuth.start()) {
            ada = Person.administrator(auth);
            var asAda = Requests.of(auth, ada);
            mia = Person.invited(auth, "Mia", "member");
            var asMia = Requests.of(auth, mia);
            ok(asAda.patch("/" + mia.id(), "{\"role\": \"guest\", \"name\": \"Mia M.\"}", "\"1\""));
            ok(asAda.patch("/" + mia.id(), "{\"role\": \"guest\"}", "\"2\""));
            ok(asMia.patch("/me", "{\"name\": \"Mia Moll\"}", "\"2\""));
            ok(asAda.post("/" + mia.id() + "/deactivate", ""));
            ok(asAda.post("/" + mia.id() + "/deactivate", ""));
            ok(asAda.post("/" + mia.id() + "/activate", ""));
            ok(asAda.post("/" + mia.id() + "/reset-link", ""));
            refused(asAda.patch("/" + mia.id(), "{\"name\": \"Late\"}", "\"1\""));
            refused(asAda.post("", "{\"name\": \"Mia\", \"email\": \"mia@example.org\", \"role\": \"guest\"}"));
            refused(asAda.post("/" + ada.id() + "/deactivate", ""));
            events = PublishedEvents.of(auth.database());
        }
    }

    @Test
    void says_what_the_contract_declares_and_all_of_it() {
        var contract = EventContract.read(Path.of("contract", "events"));

        assertThat(events).hasSize(6).allSatisfy(contract::check);
        assertThat(contract.unseen()).as("declared, but nobody says it").isEmpty();
    }

    @Test
    void notices_more_than_the_contract_declares() {
        var contract = EventContract.read(Path.of("contract", "events"));
        var planted = events.getFirst().replaceFirst("\"data\": \\{", "\"data\": {\"email\": \"a@b\", ");

        assertThatThrownBy(() -> contract.check(planted)).hasMessageContaining("data.email must be declared");
    }

    @Test
    void tells_what_became_of_a_person_and_who_did_it() {
        assertThat(of(mia))
                .containsExactly(
                        "1 registered Mia member true by " + ada.id(),
                        "2 updated Mia M. guest true by " + ada.id(),
                        "3 updated Mia Moll guest true by " + mia.id(),
                        "4 deactivated Mia Moll guest false by " + ada.id(),
                        "5 reactivated Mia Moll guest true by " + ada.id());
        assertThat(of(ada)).containsExactly("1 registered Ada Admin admin true by " + ada.id());
    }

    @Test
    void tells_the_name_that_somebody_chose_when_they_accepted() {
        try (var auth = RunningAuth.start()) {
            var admin = Person.administrator(auth);
            var created = Requests.of(auth, admin)
                    .post("", "{\"name\": \"B.\", \"email\": \"ben@example.org\", \"role\": \"member\"}");
            var ben = Person.accepting(auth, Http.json(created), "Ben");

            assertThat(PublishedEvents.of(auth.database()).stream().map(Http.JSON::readTree))
                    .filteredOn(event -> event.required("subject").asString().equals(ben.id()))
                    .map(EventContractTest::sentence)
                    .containsExactly(
                            "1 registered B. member true by " + admin.id(), "2 updated Ben member true by " + ben.id());
        }
    }

    @Test
    void tells_nobody_an_address_or_a_secret() {
        assertThat(events).noneMatch(event -> event.contains("@") || event.contains("link") || event.contains("argon"));
    }

    private static Stream<String> of(Person person) {
        return events.stream()
                .map(Http.JSON::readTree)
                .filter(event -> event.required("subject").asString().equals(person.id()))
                .map(EventContractTest::sentence);
    }

    private static String sentence(JsonNode event) {
        var data = event.required("data");
        return String.join(
                " ",
                event.required("version").toString(),
                event.required("type").asString().replaceAll("pmt\\.user\\.(.+)\\.v1", "$1"),
                data.required("name").asString(),
                data.required("role").asString(),
                data.required("active").toString(),
                "by",
                event.required("actor").asString());
    }

    private static void ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(409, 412);
    }
}
