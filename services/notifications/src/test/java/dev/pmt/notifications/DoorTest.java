package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.shared.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which sockets are opened, and which are not. */
class DoorTest {

    private static LiveWorld world;

    @BeforeAll
    static void start() {
        world = LiveWorld.start("tickets", "4", "sockets-of-user", "3", "ticket", "2s");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void a_ticket_opens_one_socket() {
        var ana = world.person();
        var ticket = ana.ticket();
        ana.opensWith(ticket).expect("welcome");

        assertRefused(ana, ticket, 401);
        assertRefused(ana, "", 401);
        assertRefused(ana, "nonsense", 401);
    }

    @Test
    void a_ticket_is_good_for_a_short_time_and_the_schema_knows_only_its_hash() throws SQLException {
        var ana = world.person();
        var ticket = ana.ticket();
        try (var connection = world.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT t::text FROM notifications.live_ticket t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).doesNotContain(ticket);
        }
        await().until(() -> {
            try (var connection = world.database().connect();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT count(*) FROM notifications.live_ticket WHERE expires_at > now()")) {
                rows.next();
                return rows.getInt(1) == 0;
            }
        });

        assertRefused(ana, ticket, 401);
    }

    @Test
    void a_page_of_another_site_opens_none() {
        var ana = world.person();

        assertRefused(ana, ana.ticket(), 403, "Origin", "https://evil.example");
        ana.opensWith(ana.ticket(), "Origin", TestTokens.ISSUER).expect("welcome");
    }

    @Test
    void nobody_has_more_than_so_many_sockets_or_tickets() {
        var ana = world.person();
        var open = IntStream.range(0, 3).mapToObj(i -> ana.opens()).toList();
        assertRefused(ana, ana.ticket(), 429);
        open.getFirst().leaves();
        await().until(() -> {
            try {
                ana.opens();
                return true;
            } catch (java.util.concurrent.CompletionException e) {
                return false;
            }
        });

        var bo = world.person();
        IntStream.range(0, 4).forEach(i -> bo.ticket());
        var refused = bo.asksForTicket();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_full_process_takes_no_more() {
        try (var small = LiveWorld.start("sockets", "1")) {
            small.person().opens();
            var refused = small.person();

            assertRefused(refused, refused.ticket(), 503);
        }
    }

    @Test
    void a_plain_request_is_told_what_to_do() throws IOException, InterruptedException {
        var address = world.service().address() + "/ws?ticket=" + world.person().ticket();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(426);
            assertThat(answer.body()).contains("upgrade-required");
        }
    }

    private static void assertRefused(Person person, String ticket, int status, String... headers) {
        var refused = person.refusedWith(ticket, headers);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
    }
}
