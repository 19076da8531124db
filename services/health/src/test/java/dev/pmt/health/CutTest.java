package dev.pmt.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pmt.health.Neighbour.Cut;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the status page shows when one of those whom health asks is cut off. */
class CutTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    /** Health waits for no answer longer than a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Neighbour EDGE = Neighbour.saying("UP", "1.0");
    private static final Neighbour API = Neighbour.saying("UP", "1.1");
    private static RunningService health;

    @BeforeAll
    static void start() {
        var settings = new HashMap<>(HealthServiceTest.settings(EDGE.address()));
        settings.put("pmt.edge.timeout", "1s");
        health = new HealthService().start(new ServiceSettings(settings));
    }

    @AfterAll
    static void stop() {
        health.close();
        EDGE.close();
        API.close();
    }

    @BeforeEach
    void everybodyIsWell() {
        registered(API.address());
        shows("\"status\":\"up\"");
    }

    @ParameterizedTest
    @EnumSource
    void names_the_edge_when_its_list_of_services_is_cut(Cut how) {
        EDGE.cut("/internal/services", how);

        shows("\"status\":\"down\"", "{\"name\":\"gateway\",\"state\":\"down\",\"detail\":\"It does not answer.\"}");
    }

    @ParameterizedTest
    @EnumSource
    void names_a_service_whose_health_is_cut_and_answers_for_the_others(Cut how) {
        try (var auth = Neighbour.saying("UP", "1.2").cut("/actuator/health", how)) {
            registered(API.address(), auth.address());

            namesTheSecondAlone();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "EMPTY", "NULL", "OTHER_SHAPE"})
    void names_a_service_whose_version_is_cut_and_answers_for_the_others(Cut how) {
        try (var auth = Neighbour.saying("UP", "1.2").cut("/actuator/info", how)) {
            registered(API.address(), auth.address());

            namesTheSecondAlone();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "127.0.0.1:80", "not an address", "http://", ""})
    void names_a_service_whose_address_leads_nowhere(String address) {
        registered(API.address(), address);

        namesTheSecondAlone();
    }

    @Test
    void asks_a_failing_service_less_and_sees_it_at_once_at_another_address() throws Exception {
        try (var auth = Neighbour.saying("UP", "1.2").cut("/actuator/health", Cut.FAILS)) {
            registered(API.address(), auth.address());
            for (var report = 0; report < 20; report++) {
                assertThat(status()).contains("\"name\":\"service-1\",\"state\":\"down\"");
            }

            assertThat(auth.asked()).hasSizeBetween(5, 15);
        }
        registered(API.address(), API.address());
        shows("\"status\":\"up\"");
    }

    private static void namesTheSecondAlone() {
        shows(
                "\"status\":\"degraded\"",
                "\"name\":\"service-0\",\"state\":\"up\"",
                "{\"name\":\"service-1\",\"state\":\"down\",\"detail\":\"It does not answer.\"}");
    }

    /** A busy machine may make a well neighbour too slow for once, and a cut one is cut in every report. */
    private static void shows(String... words) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status()).contains(words));
    }

    private static void registered(String... addresses) {
        var entries = new StringBuilder();
        for (var i = 0; i < addresses.length; i++) {
            entries.append(i == 0 ? "" : ",")
                    .append("{\"service\":\"service-%d\",\"address\":\"%s\"}".formatted(i, addresses[i]));
        }
        EDGE.answers("/internal/services", 200, "[" + entries + "]");
    }

    private static String status() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(health.address().resolve("/api/status"))
                .timeout(PATIENCE)
                .build();
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        HealthServiceTest.assertValid("/api/status", answer);
        return answer.body();
    }
}
