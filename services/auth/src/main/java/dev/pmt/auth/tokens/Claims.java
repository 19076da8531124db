package dev.pmt.auth.tokens;

import dev.pmt.auth.users.User;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.Users;
import dev.pmt.shared.web.JwtSecurity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Says what tokens tell about a person. The person is read anew each time, so that a refreshed token has the role of
 * now and nobody who was deactivated gets another.
 */
@Component
class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    static final String ROLE = "role";

    private static final Set<String> ACCESS_TOKEN = Set.of("sub", "iss", "iat", "exp", "jti");

    private final Users users;

    Claims(Users users) {
        this.users = users;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var user = active(
                Objects.requireNonNull(context.<Authentication>getPrincipal()).getName());
        context.getClaims().claims(claims -> {
            claims.put(ROLE, user.role().claim());
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                accessToken(claims, context.getAuthorization());
            } else {
                idToken(claims, user, context.getAuthorization());
            }
        });
    }

    /** Answers the person's claims at {@code /userinfo}. */
    OidcUserInfo userInfo(String subject) {
        var user = active(subject);
        return OidcUserInfo.builder()
                .subject(subject)
                .name(user.name())
                .email(user.email().value())
                .claim(ROLE, user.role().claim())
                .build();
    }

    private static void accessToken(Map<String, Object> claims, @Nullable OAuth2Authorization authorization) {
        claims.keySet().removeIf(name -> !ACCESS_TOKEN.contains(name) && !name.equals(ROLE));
        claims.put("aud", List.of(JwtSecurity.AUDIENCE));
        session(claims, authorization);
    }

    private static void idToken(Map<String, Object> claims, User user, @Nullable OAuth2Authorization authorization) {
        claims.put("name", user.name());
        claims.put("email", user.email().value());
        session(claims, authorization);
    }

    private static void session(Map<String, Object> claims, @Nullable OAuth2Authorization authorization) {
        if (authorization != null) {
            claims.put(Sessions.CLAIM, authorization.getId());
        }
    }

    private User active(String subject) {
        return UserId.parse(subject)
                .flatMap(users::find)
                .filter(User::active)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
    }
}
