package dev.pmt.gateway.flags;

import java.util.OptionalLong;

/** A change that was made against another version of a flag than the one in force, or none where there is one. */
public final class StaleFlag extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long version;

    StaleFlag(long version) {
        super("stale flag", null, false, false);
        this.version = version;
    }

    /** Returns the version in force; empty when there is no such flag (any more). */
    public OptionalLong version() {
        return version == 0 ? OptionalLong.empty() : OptionalLong.of(version);
    }
}
