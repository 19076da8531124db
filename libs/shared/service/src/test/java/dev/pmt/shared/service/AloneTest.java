package dev.pmt.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AloneTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** A service that starts as told. */
    private record Sample(Function<ServiceSettings, RunningService> beginning) implements Service {

        @Override
        public String name() {
            return "sample";
        }

        @Override
        public RunningService start(ServiceSettings settings) {
            return beginning.apply(settings);
        }
    }

    private record Running(URI address) implements RunningService {

        @Override
        public void close() {}
    }

    @Test
    void starts_with_what_the_environment_says() {
        assertThat(start(settings -> new Running(URI.create(settings.require("pmt.url")))))
                .isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void says_in_a_sentence_why_the_service_cannot_start() {
        assertThat(start(settings -> {
                    throw new ServiceStartException("The port is taken.", null);
                }))
                .isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("sample: The port is taken.\n");
    }

    @Test
    void shows_what_nobody_expected() {
        assertThat(start(settings -> {
                    throw new NoClassDefFoundError("lost");
                }))
                .isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("java.lang.NoClassDefFoundError: lost");
    }

    private boolean start(Function<ServiceSettings, RunningService> beginning) {
        return Alone.start(
                new Sample(beginning),
                Map.of("PMT_URL", "http://localhost"),
                new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
