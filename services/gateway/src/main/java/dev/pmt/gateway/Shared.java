package dev.pmt.gateway;

import dev.pmt.gateway.home.Ledger;
import dev.pmt.gateway.routes.Routes;
import dev.pmt.gateway.session.SessionMemory;
import dev.pmt.gateway.tokens.PersonalTokens;
import io.vertx.core.Vertx;
import java.time.Clock;

/** What the edge's event loops have in common. */
record Shared(Routes routes, Ledger ledger, SessionMemory memory, PersonalTokens tokens, Clock clock) {

    static Shared fresh(Vertx vertx, GatewaySettings settings, Clock clock) {
        var tokens = new PersonalTokens(vertx, settings.tokenFailures(), clock);
        var routes = Routes.standard(clock);
        var ledger = new Ledger(vertx, routes, settings.home().map(home -> home.resolve("edge")), clock);
        return new Shared(routes, ledger, new SessionMemory(vertx), tokens, clock);
    }
}
