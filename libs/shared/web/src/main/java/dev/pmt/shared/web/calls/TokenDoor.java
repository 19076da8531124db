package dev.pmt.shared.web.calls;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What a service needs of auth to speak in its own name. */
interface TokenDoor {

    /** Exchanges a proof of who one is for an access token (RFC 6749, RFC 7523). */
    @PostExchange(url = "/to/auth/oauth2/token", contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Grant issueToken(@RequestBody MultiValueMap<String, String> form);

    /** A token and for how many seconds it counts. */
    record Grant(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {
        public Grant {
            Objects.requireNonNull(accessToken, "a grant must have an access token");
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Grant[" + expiresIn + " s]";
        }
    }
}
