package dev.pmt.gateway.session;

import dev.pmt.gateway.proxy.Origins;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The authorization code flow with PKCE, state and nonce, all kept on this side of the browser. */
final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String CALLBACK = "/session/callback";

    private final ClientSettings settings;
    private final AuthClient auth;
    private final IdTokens idTokens;
    private final Sealer sealer;
    private final Cookies cookies;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignIn(ClientSettings settings, AuthClient auth, IdTokens idTokens, Sealer sealer, Cookies cookies, Clock clock) {
        this.settings = settings;
        this.auth = auth;
        this.idTokens = idTokens;
        this.sealer = sealer;
        this.cookies = cookies;
        this.clock = clock;
    }

    /** Sends the browser to auth, by way of the canonical host name when it came by another one. */
    Future<Void> begin(HttpServerRequest request) {
        var returnTo = ReturnPath.local(request.getParam("return"));
        if (!isCanonical(request) && request.getParam("moved") == null) {
            return redirect(request, url("/session/sign-in", "return", returnTo, "moved", "1"));
        }
        var attempt = Attempt.begin(random, returnTo, clock.instant());
        request.response()
                .headers()
                .add(HttpHeaders.SET_COOKIE, cookies.attempt(attempt.state(), attempt.sealedBy(sealer)));
        return redirect(
                request,
                url(
                        "/oauth2/authorize",
                        "response_type",
                        "code",
                        "client_id",
                        ClientSettings.CLIENT_ID,
                        "redirect_uri",
                        settings.at(CALLBACK),
                        "scope",
                        "openid profile email",
                        "state",
                        attempt.state(),
                        "nonce",
                        attempt.nonce(),
                        "code_challenge",
                        attempt.challenge(),
                        "code_challenge_method",
                        "S256"));
    }

    /** Turns the code into a session; whatever is wrong with the attempt, the answer offers another one. */
    Future<Void> complete(HttpServerRequest request) {
        var state = Optional.ofNullable(request.getParam("state")).orElse("");
        var cookie = request.getCookie(Cookies.attemptName(state));
        var code = request.getParam("code");
        if (cookie == null || code == null) {
            return SignInPage.failed(request);
        }
        request.response().headers().add(HttpHeaders.SET_COOKIE, cookies.noAttempt(state));
        return Attempt.openedBy(sealer, cookie.getValue(), state, clock.instant())
                .map(attempt -> exchange(request, attempt, code))
                .orElseGet(() -> SignInPage.failed(request));
    }

    private Future<Void> exchange(HttpServerRequest request, Attempt attempt, String code) {
        return auth.exchange(code, attempt.verifier(), settings.at(CALLBACK))
                .compose(tokens -> idTokens.verify(tokens.id(), attempt.nonce()).map(verified -> tokens))
                .map(tokens -> Session.of(newId(), tokens).sealedBy(sealer))
                .compose(content -> {
                    request.response().headers().add(HttpHeaders.SET_COOKIE, cookies.session(content));
                    return redirect(request, attempt.returnTo());
                })
                .recover(failure -> {
                    LOG.atWarn().setCause(failure).log("Sign-in could not be completed");
                    return failure instanceof AuthUnavailable
                            ? SignInPage.unavailable(request)
                            : SignInPage.failed(request);
                });
    }

    /** Sends the browser elsewhere by GET. */
    static Future<Void> redirect(HttpServerRequest request, String location) {
        return request.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, location)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    private String url(String path, String... parameters) {
        var encoder = new QueryStringEncoder(settings.at(path));
        for (var at = 0; at < parameters.length; at += 2) {
            encoder.addParam(parameters[at], parameters[at + 1]);
        }
        return encoder.toString();
    }

    private boolean isCanonical(HttpServerRequest request) {
        var authority = request.authority();
        if (authority == null) {
            return false;
        }
        var port = Origins.portOf(settings.url());
        return authority.host().equalsIgnoreCase(settings.url().getHost())
                && (authority.port() > 0
                        ? authority.port() == port
                        : settings.url().getPort() < 0);
    }

    private String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
