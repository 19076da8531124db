package dev.pmt.api.imports;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.shared.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Takes files in, piece by piece; no connection is held while the sender pauses. */
@Repository
class Uploads {

    private static final String BEGIN = """
            INSERT INTO import_job (id, project_id, created_by, filename, dry_run, mapping, state, created_at, updated_at)
            VALUES (:id, :project, :user, :filename, :dryRun, :mapping::jsonb, 'receiving', :now, :now)
            """;

    private static final String ADD_CHUNK = """
            WITH touched AS (UPDATE import_job SET updated_at = :now, bytes_total = bytes_total + :bytes
                              WHERE id = :id AND state = 'receiving' RETURNING id)
            INSERT INTO import_chunk (job_id, position, data) SELECT id, :position, :data FROM touched
            """;

    private static final String END = """
            UPDATE import_job SET state = 'queued', updated_at = :now WHERE id = :id AND state = 'receiving'
            """;

    private static final String DROP = "DELETE FROM import_job WHERE id = :id AND state = 'receiving'";

    private static final String DROP_STALE =
            "DELETE FROM import_job WHERE state = 'receiving' AND updated_at < :before";

    private static final int CHUNK = 256 * 1024;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** What is wanted with a file. */
    record Wanted(ProjectId project, UserId user, @Nullable String filename, boolean dryRun, Mapping mapping) {}

    Uploads(JdbcClient jdbc, JsonMapper json, Supplier<UUID> ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores a file and queues its import. @throws IOException when the sender breaks off; nothing is kept then */
    ImportId store(Wanted wanted, InputStream body) throws IOException {
        var id = new ImportId(ids.get());
        begin(id, wanted);
        var complete = false;
        try {
            copy(id, body);
            complete = jdbc.sql(END)
                            .param("id", id.value())
                            .param("now", OffsetDateTime.now(clock))
                            .update()
                    == 1;
        } finally {
            if (!complete) {
                jdbc.sql(DROP).param("id", id.value()).update();
            }
        }
        return id;
    }

    /** Drops uploads whose sender has not been heard of since. */
    void dropStale(OffsetDateTime before) {
        jdbc.sql(DROP_STALE).param("before", before).update();
    }

    private void begin(ImportId id, Wanted wanted) {
        jdbc.sql(BEGIN)
                .param("id", id.value())
                .param("project", wanted.project().value())
                .param("user", wanted.user().value())
                .param("filename", wanted.filename())
                .param("dryRun", wanted.dryRun())
                .param("mapping", json.writeValueAsString(wanted.mapping()))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private void copy(ImportId id, InputStream body) throws IOException {
        var position = 0;
        for (var data = body.readNBytes(CHUNK); data.length > 0; data = body.readNBytes(CHUNK)) {
            var stored = jdbc.sql(ADD_CHUNK)
                    .param("id", id.value())
                    .param("position", position++)
                    .param("data", data)
                    .param("bytes", data.length)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
            if (stored == 0) {
                throw new ProblemException(
                        HttpStatus.REQUEST_TIMEOUT,
                        "upload-timeout",
                        "The upload stood still too long and was dropped; send the file again.");
            }
        }
    }
}
