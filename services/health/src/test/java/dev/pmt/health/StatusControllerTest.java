package dev.pmt.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.bind.annotation.GetMapping;

class StatusControllerTest {

    static final HealthSettings SETTINGS =
            new HealthSettings(URI.create("http://127.0.0.1:1"), null, Duration.ofSeconds(1), Duration.ofSeconds(1));

    @Test
    void asks_again_only_when_the_report_is_old() {
        var asked = new AtomicInteger();
        var now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        var clock = clock(now::get);
        EdgeDirectory edge = () -> {
            asked.incrementAndGet();
            return List.of();
        };
        try (var services = new Services(edge, new Probe(StatusControllerTest::well, clock), SETTINGS)) {
            var controller = new StatusController(new StatusReports(services, SETTINGS, clock));

            controller.status();
            now.set(Instant.parse("2026-01-01T00:00:00.999Z"));
            controller.status();
            assertThat(asked).hasValue(1);

            now.set(Instant.parse("2026-01-01T00:00:01Z"));
            controller.status();
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void serves_exactly_the_operations_of_the_contract() throws Exception {
        var mapped = Stream.of(StatusController.class, MapController.class)
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .map(method -> method.getAnnotation(GetMapping.class))
                .filter(Objects::nonNull)
                .map(mapping -> mapping.value()[0])
                .toList();
        var contract = new OpenAPIV3Parser().read("contract/openapi.yaml");

        assertThat(contract.getPaths()).isNotEmpty();
        assertThat(mapped)
                .containsExactlyInAnyOrderElementsOf(contract.getPaths().keySet());
    }

    @Test
    void settings_have_these_defaults() {
        var given = Map.of("pmt.edge.admin-url", "http://127.0.0.1:1");

        var settings = new Binder(new MapConfigurationPropertySource(given))
                .bind("pmt.edge", HealthSettings.class)
                .get();

        assertThat(settings).isEqualTo(SETTINGS);
    }

    private static Actuator well(String service, String address) {
        return new Actuator() {
            @Override
            public Health getHealth() {
                return new Health("UP");
            }

            @Override
            public About getInfo() {
                return new About("1", Instant.parse("2025-12-31T23:59:00Z"), null);
            }
        };
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
