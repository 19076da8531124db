package dev.pmt.api.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as the members of its project see it.
 *
 * @param error why the file could not be read, when the import failed
 */
record Import(
        ImportId id,
        String projectKey,
        @Nullable String filename,
        boolean dryRun,
        State state,
        Rows rows,
        Bytes bytes,
        FileFault.@Nullable View error,
        UserId createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Where an import stands. */
    enum State {
        RECEIVING,
        QUEUED,
        RUNNING,
        DONE,
        FAILED;

        @JsonValue
        String wireName() {
            return WireName.of(this);
        }
    }

    /** Rows so far; read is the sum of the others. */
    record Rows(long read, long created, long updated, long unchanged, long rejected) {

        Rows plus(Rows other) {
            return new Rows(
                    read + other.read,
                    created + other.created,
                    updated + other.updated,
                    unchanged + other.unchanged,
                    rejected + other.rejected);
        }
    }

    /** Bytes worked off, and of how many. */
    record Bytes(long done, long total) {}
}
