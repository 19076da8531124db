package dev.pmt.server.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backup holds.
 *
 * @param format version of the file's layout
 * @param program version of the PMT that wrote it
 * @param createdAt when
 * @param services the schemas, consumers before producers: a consumer's position is never ahead of its producer's log
 * @param secrets what is needed to read the data
 * @param files what services keep beside their schemas; none in a backup from before there were any
 */
public record Manifest(
        int format,
        String program,
        Instant createdAt,
        List<Service> services,
        List<Entry> secrets,
        @Nullable List<Entry> files) {

    /** The layout that this program reads and writes. */
    static final int FORMAT = 1;

    static final String NAME = "manifest.json";

    /** Returns the files. */
    @Override
    public List<Entry> files() {
        return files == null ? List.of() : files;
    }

    /**
     * A service's schema, as one snapshot saw it.
     *
     * @param migrations versions that the schema has had, in order
     */
    public record Service(String name, List<String> migrations, List<Table> tables, List<Sequence> sequences) {

        /** Returns the number of rows in all tables. */
        public long rows() {
            return tables.stream().mapToLong(Table::rows).sum();
        }
    }

    /** A table's columns in the order in which COPY wrote them. */
    public record Table(String name, List<String> columns, long rows, Entry entry) {}

    /** A sequence that has given numbers away, and the last of them. */
    public record Sequence(String name, long value) {}

    /** A part of the file. */
    public record Entry(String name, long bytes, String sha256) {}

    /** Returns the number of rows of all services. */
    public long rows() {
        return services.stream().mapToLong(Service::rows).sum();
    }

    /** Returns the secret's name in the home, or null when the entry is none. */
    static @Nullable String secretName(Entry entry) {
        return entry.name().startsWith("secrets/") ? entry.name().substring("secrets/".length()) : null;
    }
}
