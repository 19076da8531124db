package dev.pmt.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which services run where, as of a moment.
 *
 * @param processes those that a service named as its own; who has not said anything yet is in none
 */
record ServiceMap(Instant checkedAt, List<MapProcess> processes, List<MapService> services) {

    /** How a service is, as far as that can be known. */
    enum MapState {
        /** It works. */
        @JsonProperty("up")
        UP,
        /** It works in part. */
        @JsonProperty("degraded")
        DEGRADED,
        /** It does not work. */
        @JsonProperty("down")
        DOWN,
        /** It cannot be asked, since the edge does not answer. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    /**
     * One process and what runs in it.
     *
     * @param seenAt when it last told this
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MapProcess(@JsonUnwrapped SelfDescription.Jvm process, Instant seenAt, List<String> services) {}

    /**
     * One service.
     *
     * @param seenAt when it last told version, database and events; null when it has not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MapService(
            String name,
            MapState state,
            @Nullable String detail,
            @Nullable String version,
            @Nullable Instant startedAt,
            @Nullable Instant seenAt,
            @Nullable String address,
            SelfDescription.@Nullable Database database,
            @Nullable MapEvents events,
            EdgeTraffic.@Nullable Traffic traffic,
            EdgeTraffic.@Nullable Hold hold,
            EdgeTraffic.@Nullable Canary canary,
            EdgeTraffic.@Nullable Shadow shadow) {}

    /** How far a service's log is, and what listens in it. */
    record MapEvents(long head, List<MapConsumer> consumers) {}

    /**
     * One consumer.
     *
     * @param lag events that it has not passed yet; null while the producer's head is not known, or before a snapshot
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MapConsumer(
            String name, String producer, @Nullable Long lag, boolean paused, long held) {}
}
