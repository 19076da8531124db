package dev.pmt.sayingapi;

import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.testing.TestDatabase;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A producer named {@code api} with a log of its own, which says what a test wants. */
public final class SayingApi implements AutoCloseable {

    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();
    private final List<Fact> state = new CopyOnWriteArrayList<>();
    private final TestDatabase database = TestDatabase.fresh("api");
    private final ConfigurableApplicationContext context;

    /** Starts it. */
    public SayingApi(Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.putAll(database.settings());
        all.putAll(Map.of("spring.config.name", "saying-api", "spring.application.name", "api", "server.port", "0"));
        context = new SpringApplicationBuilder(Application.class)
                .initializers(made -> {
                    made.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", all));
                    made.getBeanFactory()
                            .registerSingleton("state", (EventSnapshot) listener -> state.forEach(listener));
                })
                .run();
    }

    /** Says facts of one subject in one transaction, each with its next version. */
    public void says(UUID subject, @Nullable UUID actor, String type, Object... data) {
        var facts = java.util.Arrays.stream(data)
                .map(each -> new Fact(type, subject, versions.merge(subject, 1L, Long::sum), actor, each))
                .toList();
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> context.getBean(EventLog.class).append(facts));
    }

    /** Has something true that its log says no longer. */
    public void knows(UUID subject, String type, Object data) {
        state.add(new Fact(type, subject, versions.merge(subject, 1L, Long::sum), null, data));
    }

    /** Returns where its log is kept. */
    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @SharedWeb
    @SharedData
    @SharedEvents
    static class Application {

        @Bean
        SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
            return jwt.chain(http);
        }
    }
}
