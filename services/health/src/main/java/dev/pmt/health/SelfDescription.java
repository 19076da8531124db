package dev.pmt.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

/** What a service tells administrators of itself. */
interface SelfDescription {

    /** Tells where and with what it runs. */
    @GetExchange("/internal/about")
    About getAbout(@RequestHeader("Authorization") String authorization);

    /** Parts are null where the service has none, or could not tell it in time. */
    record About(
            @Nullable String version,
            @Nullable Instant startedAt,
            Jvm process,
            @Nullable Database database,
            @Nullable Events events) {}

    /** The process, which may run other services too; memory in bytes. */
    record Jvm(
            String host,
            long pid,
            @Nullable Instant startedAt,
            String java,
            long heapUsed,
            long heapMost,
            @Nullable Long resident) {}

    /** Where its data are. */
    record Database(String server, String name, String schema, String role) {}

    /** How far its log is, and what listens in it. */
    record Events(long head, List<Consumer> consumers) {}

    /** How far a consumer is in another service's log, or its own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Consumer(String name, String producer, @Nullable Long position, boolean paused, long held) {}
}
