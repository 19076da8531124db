package dev.pmt.api.idempotency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Deletes old answers from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Pruning implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Pruning.class);

    private final Claims claims;
    private final IdempotencySettings settings;

    Pruning(Claims claims, IdempotencySettings settings) {
        this.claims = claims;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(
                () -> log.debug("Deleted {} answers to idempotent requests", claims.prune()), settings.pruneEvery());
    }
}
