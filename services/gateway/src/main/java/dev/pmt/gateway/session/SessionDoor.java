package dev.pmt.gateway.session;

import dev.pmt.gateway.flags.Flags;
import dev.pmt.gateway.http.Caller;
import dev.pmt.gateway.http.Jwt;
import dev.pmt.gateway.http.Problems;
import dev.pmt.gateway.proxy.Credentials;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What browsers find under {@code /session}: who is signed in, sign-in, its callback and sign-out. */
public final class SessionDoor implements Handler<HttpServerRequest> {

    private static final Logger LOG = LoggerFactory.getLogger(SessionDoor.class);

    private final ClientSettings settings;
    private final AuthClient auth;
    private final SessionMemory memory;
    private final Flags flags;
    private final Cookies cookies;
    private final SameOrigin sameOrigin;
    private final Sessions sessions;
    private final SignIn signIn;

    /** Makes the door for one event loop; the memory is shared by all of them. */
    public SessionDoor(
            Vertx vertx, ClientSettings settings, AuthClient auth, SessionMemory memory, Flags flags, Clock clock) {
        this.settings = settings;
        this.auth = auth;
        this.memory = memory;
        this.flags = flags;
        cookies = new Cookies(settings.isSecure());
        sameOrigin = new SameOrigin(settings.url());
        var sealer = new Sealer(settings.cookieSecret());
        sessions = new Sessions(auth, memory, sealer, cookies, clock);
        signIn = new SignIn(settings, auth, new IdTokens(vertx, auth, settings.url()), sealer, cookies, clock);
    }

    /** Tells whether a path belongs to this door. */
    public static boolean covers(String path) {
        return path.equals("/session") || path.startsWith("/session/");
    }

    /** Returns the credentials that sessions give at the services' doors. */
    public Credentials credentials() {
        return new SessionCredentials(sessions, sameOrigin);
    }

    @Override
    public void handle(HttpServerRequest request) {
        try {
            request.params();
        } catch (IllegalArgumentException malformed) {
            Problems.send(request.response(), Problems.badRequest("The query must be well encoded."));
            return;
        }
        switch (request.path()) {
            case "/session" -> only(HttpMethod.GET, request, this::who);
            case "/session/sign-in" -> only(HttpMethod.GET, request, signIn::begin);
            case "/session/callback" -> only(HttpMethod.GET, request, signIn::complete);
            case "/session/sign-out" -> only(HttpMethod.POST, request, this::signOut);
            default -> Problems.send(request.response(), Problems.notFound());
        }
    }

    private static void only(
            HttpMethod method, HttpServerRequest request, Function<HttpServerRequest, Future<Void>> answer) {
        if (!method.equals(request.method())) {
            request.response().putHeader(HttpHeaders.ALLOW, method.name());
            Problems.send(request.response(), Problems.methodNotAllowed(method.name()));
            return;
        }
        answer.apply(request).onFailure(failure -> {
            LOG.error("Session door failed", failure);
            if (!request.response().headWritten()) {
                Problems.send(request.response(), Problems.internal());
            }
        });
    }

    private Future<Void> who(HttpServerRequest request) {
        return sessions.find(request).compose(found -> switch (found) {
            case Sessions.Found.Live(var session, var changed) -> {
                setCookies(request, changed);
                yield request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .end(new JsonObject()
                                .put("user", user(session))
                                .put(
                                        "flags",
                                        new JsonArray(flags.onFor(
                                                Caller.of(session.tokens().access()))))
                                .toBuffer());
            }
            case Sessions.Found.None(var changed) -> {
                setCookies(request, changed);
                yield Problems.send(request.response(), Problems.signInRequired());
            }
            case Sessions.Found.Unknown() -> Problems.send(request.response(), Problems.serviceDown());
        });
    }

    private static JsonObject user(Session session) {
        var identity = Jwt.claims(session.tokens().id());
        return new JsonObject()
                .put("id", identity.getString("sub"))
                .put("name", identity.getString("name", ""))
                .put("email", identity.getString("email", ""))
                .put("role", Jwt.claims(session.tokens().access()).getString("role", ""));
    }

    private Future<Void> signOut(HttpServerRequest request) {
        if (!sameOrigin.allows(request.headers())) {
            return Problems.send(request.response(), Problems.crossSite());
        }
        setCookies(request, List.of(cookies.noSession()));
        var session = sessions.read(request);
        if (session.isEmpty()) {
            return SignIn.redirect(request, "/");
        }
        memory.end(session.get());
        return auth.revoke(session.get().tokens().refresh())
                .recover(failure -> {
                    LOG.atWarn().setCause(failure).log("Refresh token could not be revoked");
                    return Future.succeededFuture();
                })
                .compose(revoked -> SignIn.redirect(request, endSession(session.get())));
    }

    private String endSession(Session session) {
        var encoder = new QueryStringEncoder(settings.at("/connect/logout"));
        encoder.addParam("id_token_hint", session.tokens().id());
        encoder.addParam("client_id", ClientSettings.CLIENT_ID);
        encoder.addParam("post_logout_redirect_uri", settings.at("/"));
        return encoder.toString();
    }

    private static void setCookies(HttpServerRequest request, List<String> values) {
        values.forEach(value -> request.response().headers().add(HttpHeaders.SET_COOKIE, value));
    }
}
