package dev.pmt.gateway.traffic;

import org.jspecify.annotations.Nullable;

/** What is done with the requests of one service on their way. */
public record Steering(
        @Nullable Hold hold,
        @Nullable CanaryRun canary,
        @Nullable ShadowRun shadow) {

    /** They go straight to the service. */
    public static final Steering NONE = new Steering(null, null, null);

    /** Returns the same with another hold, or none. */
    public Steering holding(@Nullable Hold other) {
        return new Steering(other, canary, shadow);
    }

    /** Returns the same with another canary, or none. */
    public Steering with(@Nullable CanaryRun other) {
        return new Steering(hold, other, shadow);
    }

    /** Returns the same with another shadow, or none. */
    public Steering with(@Nullable ShadowRun other) {
        return new Steering(hold, canary, other);
    }
}
