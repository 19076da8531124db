package dev.pmt.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;

/** What the edge knows of the requests that it passes on. */
interface EdgeTraffic {

    /** Lists the services of the route table with what came for each lately and what is done with it on its way. */
    @GetExchange("/internal/traffic")
    List<Entry> showTraffic();

    /** One service; parts are null while there is none of it. */
    record Entry(
            String service,
            @Nullable String address,
            @Nullable Hold hold,
            @Nullable Canary canary,
            @Nullable Shadow shadow,
            @Nullable Traffic traffic) {}

    /** Requests that wait. */
    record Hold(long waiting) {}

    /** A second address for a share of users. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Canary(String address, double weight, @Nullable RolledBack rolledBack) {}

    /** Why a canary gets no users any more. */
    record RolledBack(String reason) {}

    /** A second address that is asked too. */
    record Shadow(String address, double sample) {}

    /** Requests in each of the last sixty seconds and what became of all, and the sockets that are open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Traffic(
            List<Integer> perSecond,
            long requests,
            long failed,
            @Nullable Long p50Micros,
            @Nullable Long p99Micros,
            long sockets) {}
}
