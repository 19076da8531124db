package dev.pmt.api.attachments;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which bytes are in the store. A row's lock decides between who stores its bytes and who removes them: the row is renewed
 * and the bytes get their name within one transaction, and are removed within the transaction that deletes the row. Who comes
 * second waits; who stores then finds no row, makes one, and brings the bytes along.
 */
@Repository
class StoredFiles {

    private static final String WANT = """
            INSERT INTO stored_file (sha256, size, wanted_at) VALUES (:sha256, :size, :now)
            ON CONFLICT (sha256) DO UPDATE SET wanted_at = excluded.wanted_at
            """;

    private static final String RENEW = "UPDATE stored_file SET wanted_at = :now WHERE sha256 = :sha256";

    // A row that is renewed meanwhile is judged again by its new time; one that is being used is passed over.
    private static final String LOCK_UNWANTED = """
            SELECT f.sha256
              FROM stored_file f
             WHERE f.wanted_at < :before AND NOT EXISTS (SELECT FROM attachment a WHERE a.sha256 = f.sha256)
             ORDER BY f.wanted_at
             LIMIT :limit
               FOR UPDATE OF f SKIP LOCKED
            """;

    private static final String FORGET = "DELETE FROM stored_file WHERE sha256 = :sha256";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that bytes are wanted now; in a transaction, nobody removes them until it ends. */
    void want(Sha256 sha256, long size) {
        jdbc.sql(WANT)
                .param("sha256", sha256.value())
                .param("size", size)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Notes that bytes were wanted until now. */
    void renew(Sha256 sha256) {
        jdbc.sql(RENEW)
                .param("sha256", sha256.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Locks some that no attachment names and nobody has wanted since. */
    List<Sha256> lockUnwanted(Instant before, int limit) {
        return jdbc.sql(LOCK_UNWANTED)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> new Sha256(row.getString("sha256")))
                .list();
    }

    void forget(Sha256 sha256) {
        jdbc.sql(FORGET).param("sha256", sha256.value()).update();
    }
}
