package dev.pmt.health;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a service, or all of PMT, is. */
enum State {
    /** It works. */
    @JsonProperty("up")
    UP,
    /** It works in part. */
    @JsonProperty("degraded")
    DEGRADED,
    /** It does not work. */
    @JsonProperty("down")
    DOWN
}
