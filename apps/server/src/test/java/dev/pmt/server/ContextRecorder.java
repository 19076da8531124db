package dev.pmt.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Sees every Spring context that starts in this JVM; registered in the test class path's spring.factories. */
public final class ContextRecorder implements ApplicationListener<ApplicationReadyEvent> {

    static final Map<String, ConfigurableApplicationContext> CONTEXTS = new ConcurrentHashMap<>();

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var context = event.getApplicationContext();
        CONTEXTS.put(context.getEnvironment().getRequiredProperty("spring.application.name"), context);
    }
}
