package dev.pmt.shared.service;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes time-ordered ids (UUID version 7, RFC 9562 section 5.7); safe for use by many threads. */
public final class UuidV7 implements Supplier<UUID> {

    /** Returns the next id; ids made by one process are strictly increasing. */
    @Override
    public UUID get() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
