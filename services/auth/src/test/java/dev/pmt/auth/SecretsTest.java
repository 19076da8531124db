package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecretsTest {

    private static final String NEW = "seven calm herons wade";

    @Test
    void never_reach_the_log() {
        try (var auth = RunningAuth.start()) {
            var log = new ListAppender<ILoggingEvent>();
            var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            log.start();
            root.addAppender(log);
            try {
                var secrets = liveThrough(auth);
                var written = new ArrayList<>(log.list)
                        .stream().map(SecretsTest::text).reduce("", String::concat);

                assertThat(written).contains("Sign-in paused", "Signing key");
                assertThat(secrets)
                        .hasSizeGreaterThan(12)
                        .allSatisfy(secret -> assertThat(written).doesNotContain(secret));
            } finally {
                root.detachAppender(log);
            }
        }
    }

    private static List<String> liveThrough(RunningAuth auth) {
        var secrets = new ArrayList<>(List.of(RunningAuth.CLIENT_SECRET, RunningAuth.KEY_SECRET, NEW));
        var ada = Person.administrator(auth);
        var asAda = Requests.of(auth, ada);
        var max = Person.invited(auth, "Max", "member");
        var tokens = CodeFlow.tokens(auth, max);
        List.of("access_token", "refresh_token", "id_token")
                .forEach(name -> secrets.add(tokens.get(name).stringValue()));
        var own = new Requests(auth, tokens.get("access_token").stringValue());
        var apiToken = own.apiToken("\"read\"").get("token").stringValue();
        var exchanged = ApiTokensTest.exchange(auth, apiToken);
        var link = URI.create(Http.json(asAda.post("/" + max.id() + "/reset-link", ""))
                .get("url")
                .stringValue());
        secrets.addAll(List.of(ada.password(), ada.email(), max.email(), apiToken, asAda.token()));
        secrets.add(Http.json(exchanged).get("access_token").stringValue());
        secrets.add(link.getPath().replace("/auth/link/", ""));

        own.post("/me/password", "{\"current\": \"" + NEW + "\", \"new\": \"" + NEW + "\"}");
        own.post("/me/password", "{\"current\": \"" + NEW + "\", \"new\": \"" + NEW);
        own.post("/me/password", "{\"current\": \"" + NEW + "\", \"" + NEW + "\": 1}");
        new Browser(auth).submit(link.getPath(), Map.of("password", NEW, "repeat", NEW + "!"));
        new Browser(auth).submit(link.getPath(), Map.of("password", NEW, "repeat", NEW));
        ApiTokensTest.exchange(auth, apiToken + "x");
        CodeFlow.refresh(auth, tokens.get("refresh_token").stringValue());
        new Requests(auth, apiToken).get("/me");
        for (int i = 0; i < 11; i++) {
            new Browser(auth).signIn(new Person(max.id(), max.name(), max.email(), "wrong " + NEW));
        }
        Http.send(Http.asEdge(Http.postJson(auth, "/internal/keys/rotate", "")));
        asAda.post("/" + max.id() + "/deactivate", "");
        return secrets;
    }

    private static String text(ILoggingEvent event) {
        var text = new StringBuilder(event.getFormattedMessage()).append(event.getMDCPropertyMap());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage());
        }
        return text.append('\n').toString();
    }
}
