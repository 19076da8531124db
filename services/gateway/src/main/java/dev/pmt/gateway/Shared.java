package dev.pmt.gateway;

import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.session.SessionMemory;
import dev.pmt.gateway.tokens.PersonalTokens;
import io.vertx.core.Vertx;
import java.time.Clock;

/** What the edge's event loops have in common. */
record Shared(Routes routes, SessionMemory memory, PersonalTokens tokens, Clock clock) {

    static Shared fresh(Vertx vertx, GatewaySettings settings, Clock clock) {
        var tokens = new PersonalTokens(vertx, settings.tokenFailures(), clock);
        return new Shared(Routes.standard(clock), new SessionMemory(vertx), tokens, clock);
    }
}
