package dev.pmt.gateway.session;

import dev.pmt.gateway.http.Jwt;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** What auth hands out for a code or a refresh token. */
record Tokens(String access, String refresh, String id) {

    /** Reads a token answer (RFC 6749 section 5.1); what it leaves out is taken from before. */
    static Future<Tokens> of(JsonObject answer, String refreshBefore, String idBefore) {
        try {
            var tokens = new Tokens(
                    answer.getString("access_token", ""),
                    answer.getString("refresh_token", refreshBefore),
                    answer.getString("id_token", idBefore));
            if (tokens.refresh.isEmpty() || !tokens.subjectOfAccess().equals(tokens.subjectOfId())) {
                throw new IllegalArgumentException("tokens must be whole and of one subject");
            }
            return Future.succeededFuture(tokens);
        } catch (IllegalArgumentException | ClassCastException e) {
            return Future.failedFuture(new AuthUnavailable("auth's token answer is not usable", e));
        }
    }

    private String subjectOfAccess() {
        return Jwt.claims(access).getString("sub", "");
    }

    private String subjectOfId() {
        return Jwt.claims(id).getString("sub", "");
    }

    /** Hides the tokens. */
    @Override
    public String toString() {
        return "Tokens";
    }
}
