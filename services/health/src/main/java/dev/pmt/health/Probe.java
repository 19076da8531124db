package dev.pmt.health;

import dev.pmt.shared.web.calls.NoAnswerException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;

/**
 * Asks one service how it is.
 *
 * @param actuators the port to a service, by its name and address
 */
record Probe(BiFunction<String, String, Actuator> actuators, Clock clock) {

    static final String NO_ANSWER = "It does not answer.";
    static final String NOT_RUNNING = "It is not running.";
    static final String CANNOT_WORK = "It runs, but says that it cannot work at the moment.";
    static final String UNSURE = "It runs, but does not say that it is well.";

    /** An unwell service answers 503 with a body that says so: that is an answer. The edge's word that it is away is none. */
    static void unwellIsAnAnswer(HttpRequest request, ClientHttpResponse response) {
        if (MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
                response.getHeaders().getContentType())) {
            throw new ResourceAccessException("the edge cannot reach it");
        }
    }

    /** Returns the state; whatever goes wrong on the way is a state too. */
    ServiceStatus ask(String name, @Nullable String address) {
        if (address == null) {
            return ServiceStatus.down(name, NOT_RUNNING);
        }
        try {
            var actuator = actuators.apply(name, address);
            var health = actuator.getHealth();
            return status(name, health.status(), actuator.getInfo());
        } catch (NoAnswerException e) {
            return ServiceStatus.down(name, NO_ANSWER);
        }
    }

    private ServiceStatus status(String name, @Nullable String health, Actuator.About about) {
        var started = about.startedAt();
        var uptime = started == null
                ? null
                : Math.max(0, Duration.between(started, clock.instant()).toSeconds());
        var events = Boolean.TRUE.equals(about.events());
        return switch (health) {
            case "UP" -> new ServiceStatus(name, State.UP, about.version(), uptime, events, null);
            case "DOWN" -> new ServiceStatus(name, State.DOWN, about.version(), uptime, events, CANNOT_WORK);
            case null, default -> new ServiceStatus(name, State.DEGRADED, about.version(), uptime, events, UNSURE);
        };
    }
}
