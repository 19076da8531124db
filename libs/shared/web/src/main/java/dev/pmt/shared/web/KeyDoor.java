package dev.pmt.shared.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.service.annotation.GetExchange;

/** What every service needs of auth: the public keys by which tokens are verified. */
interface KeyDoor {

    /** Returns the present keys; the address is {@code pmt.jwks-uri}. */
    @GetExchange
    Keys getKeys();

    /** A JWK set (RFC 7517). */
    record Keys(List<Map<String, Object>> keys) {
        public Keys {
            Objects.requireNonNull(keys, "a JWK set must have keys");
        }
    }
}
