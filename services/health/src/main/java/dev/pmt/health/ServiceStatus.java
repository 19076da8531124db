package dev.pmt.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How one service is.
 *
 * @param events whether it has an event log; null while it does not say
 * @param detail one sentence for people when it is not up; never an address or an error text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServiceStatus(
        String name,
        State state,
        @Nullable String version,
        @Nullable Long uptimeSeconds,
        @Nullable Boolean events,
        @Nullable String detail) {

    static ServiceStatus down(String name, String detail) {
        return new ServiceStatus(name, State.DOWN, null, null, null, detail);
    }
}
