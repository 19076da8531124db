package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.Caller;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Finds the token with which a caller comes in; each listener has its own way. */
@FunctionalInterface
public interface Credentials {

    /**
     * Answers for one request; never fails.
     *
     * @param write whether the request changes something or opens a channel that can
     */
    Future<Access> of(HttpServerRequest request, boolean write);

    /** Names who is signed in, for routes that ask for no token; asks nobody and refreshes nothing. */
    default Optional<Caller> callerOf(HttpServerRequest request) {
        return Optional.empty();
    }
}
