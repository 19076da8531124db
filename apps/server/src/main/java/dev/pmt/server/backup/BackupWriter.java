package dev.pmt.server.backup;

import dev.pmt.server.backup.BackupException.Reason;
import dev.pmt.shared.data.Migrations;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup, in constant memory, while the services go on. */
public final class BackupWriter {

    private final Path home;
    private final String program;
    private final Clock clock;
    private final Function<String, DataSource> schemas;

    /** Takes the home, the program's version and how to reach each service's schema. */
    public BackupWriter(Path home, String program, Clock clock, Function<String, DataSource> schemas) {
        this.home = home;
        this.program = program;
        this.clock = clock;
        this.schemas = schemas;
    }

    /**
     * Writes the file, of mode 0600, complete or not at all.
     *
     * @param services in the topology's order, producers before consumers; they are read the other way round, each in one
     *     snapshot
     * @param secrets what is needed to read the data, by name
     */
    public Manifest write(Path file, List<String> services, Map<String, String> secrets) {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(unfinished);
            var manifest = writeUnfinished(unfinished, services, new TreeMap<>(secrets));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } catch (IOException e) {
            discard(unfinished);
            throw new BackupException(
                    Reason.FAILED,
                    "The backup must go to a file that this user can write, with enough space: " + file,
                    e);
        } catch (SQLException e) {
            discard(unfinished);
            throw new BackupException(Reason.FAILED, "The database could not be read for the backup.", e);
        }
    }

    private Manifest writeUnfinished(Path file, List<String> services, Map<String, String> secrets)
            throws IOException, SQLException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options, mode);
                var zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
            var parts = new ArrayList<Manifest.Service>();
            for (var service : services.reversed()) {
                writeService(zip, service).ifPresent(parts::add);
            }
            var files = KeptFiles.write(zip, home);
            var entries = new ArrayList<Manifest.Entry>();
            for (var secret : secrets.entrySet()) {
                entries.add(writeText(zip, "secrets/" + secret.getKey(), secret.getValue()));
            }
            var manifest = new Manifest(Manifest.FORMAT, program, clock.instant(), parts, entries, files);
            writeText(zip, Manifest.NAME, new JsonMapper().writeValueAsString(manifest));
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    /** A schema that has had no migration yet holds nothing, and the program that the data come from may not know it. */
    private Optional<Manifest.Service> writeService(ZipOutputStream zip, String service)
            throws SQLException, IOException {
        try (var connection = schemas.apply(service).getConnection()) {
            Sql.settle(connection);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            var migrations = Migrations.applied(connection, service);
            if (migrations.isEmpty()) {
                return Optional.empty();
            }
            var tables = new ArrayList<Manifest.Table>();
            for (var table : Catalogue.tables(connection, service)) {
                tables.add(writeTable(zip, connection, service, table));
            }
            // Sequences know no snapshot: read last, they are ahead of every row.
            var sequences = Catalogue.sequences(connection, service);
            connection.rollback();
            return Optional.of(new Manifest.Service(service, migrations, tables, sequences));
        }
    }

    private static Manifest.Table writeTable(ZipOutputStream zip, Connection connection, String service, String table)
            throws SQLException, IOException {
        var columns = Catalogue.columns(connection, service, table);
        var name = service + "/" + table + ".copy";
        zip.putNextEntry(new ZipEntry(name));
        var out = new Tally(zip);
        var copy = Sql.copy(connection, service, table, columns, "TO STDOUT");
        var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        zip.closeEntry();
        return new Manifest.Table(table, columns, rows, out.entry(name));
    }

    private static Manifest.Entry writeText(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var out = new Tally(zip);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return out.entry(name);
    }

    private static void discard(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new BackupException(Reason.FAILED, "An unfinished backup stays behind: " + unfinished, e);
        }
    }
}
