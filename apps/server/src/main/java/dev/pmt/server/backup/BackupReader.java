package dev.pmt.server.backup;

import dev.pmt.server.backup.BackupException.Reason;
import dev.pmt.shared.data.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A backup that has been found whole: every checksum was compared before this object existed. */
public final class BackupReader implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens and checks the whole file. @throws BackupException when it is damaged or needs a newer program */
    public static BackupReader open(Path file) {
        var zip = unzip(file);
        try {
            var reader = new BackupReader(file, zip, manifest(file, zip));
            reader.refuseNewer();
            reader.verify();
            return reader;
        } catch (IOException | RuntimeException e) {
            close(zip);
            throw e instanceof BackupException refusal ? refusal : damaged(file, e);
        }
    }

    /** Returns what the backup holds. */
    public Manifest manifest() {
        return manifest;
    }

    /** Returns the secrets by name. */
    public Map<String, String> secrets() {
        var secrets = new TreeMap<String, String>();
        for (var entry : manifest.secrets()) {
            var name = Manifest.secretName(entry);
            // A name is a file's name in the home: nothing else may come from a file that somebody hands over.
            if (name == null || !name.matches("[a-z][a-z-]*")) {
                throw damaged(file, null);
            }
            try (var in = open(entry)) {
                secrets.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw damaged(file, e);
            }
        }
        return secrets;
    }

    /** Puts the files that services keep into a home. @throws BackupException when it cannot be written */
    public void restoreFiles(Path home) {
        try {
            KeptFiles.restore(this, home);
        } catch (IOException e) {
            throw new BackupException(Reason.FAILED, "The files of the backup could not be written to " + home, e);
        }
    }

    InputStream open(Manifest.Entry entry) throws IOException {
        var found = zip.getEntry(entry.name());
        if (found == null) {
            throw new IOException("no entry " + entry.name());
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() {
        close(zip);
    }

    private static ZipFile unzip(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new NoSuchFileException(file.toString());
            }
            return new ZipFile(file.toFile());
        } catch (NoSuchFileException e) {
            throw new BackupException(Reason.REFUSED, "There is no such backup file: " + file, e);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw damaged(file, null);
        }
        try (var in = zip.getInputStream(entry)) {
            var mapper = new JsonMapper();
            var bytes = in.readAllBytes();
            // Nothing else holds a checksum of the manifest, and a zip file's own is not looked at by itself.
            var crc = new CRC32();
            crc.update(bytes);
            if (crc.getValue() != entry.getCrc()) {
                throw damaged(file, null);
            }
            JsonNode tree = mapper.readTree(bytes);
            if (tree.path("format").asInt() > Manifest.FORMAT) {
                throw newer(
                        file,
                        "its format is " + tree.path("format").asInt(),
                        tree.path("program").asString(""));
            }
            return mapper.treeToValue(tree, Manifest.class);
        } catch (JacksonException e) {
            throw damaged(file, e);
        }
    }

    private void refuseNewer() {
        for (var service : manifest.services()) {
            var known = Migrations.known(service.name());
            for (var version : service.migrations()) {
                if (!known.contains(version)) {
                    throw newer(
                            file, "its schema " + service.name() + " has had migration " + version, manifest.program());
                }
            }
        }
    }

    private void verify() throws IOException {
        if (!manifest.files().stream().allMatch(KeptFiles::isOne)) {
            throw damaged(file, null);
        }
        var entries = Stream.of(
                        manifest.services().stream()
                                .flatMap(service -> service.tables().stream())
                                .map(Manifest.Table::entry),
                        manifest.secrets().stream(),
                        manifest.files().stream())
                .flatMap(parts -> parts)
                .toList();
        for (var entry : entries) {
            var tally = new Tally(OutputStream.nullOutputStream());
            try (var in = open(entry)) {
                in.transferTo(tally);
            }
            if (!tally.entry(entry.name()).equals(entry)) {
                throw new IOException("checksum of " + entry.name());
            }
        }
    }

    private static void close(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BackupException(Reason.FAILED, "The backup file could not be closed.", e);
        }
    }

    private static BackupException newer(Path file, String why, String program) {
        return new BackupException(
                Reason.NEWER,
                "The backup was made by a newer PMT (" + program + "): " + why
                        + ". Restore it with that version or a later one: " + file,
                null);
    }

    private static BackupException damaged(Path file, @Nullable Throwable cause) {
        return new BackupException(
                Reason.REFUSED, "The backup is damaged or is none, so nothing was restored: " + file, cause);
    }
}
