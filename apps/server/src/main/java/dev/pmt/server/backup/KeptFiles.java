package dev.pmt.server.backup;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files that services keep beside their schema: {@code files/<service>/ab/cd/abcd…} of the home, each named by the SHA-256
 * of what is in it. They are written once and never changed, so they need no snapshot: after that of the schema, all that it
 * names are there.
 */
final class KeptFiles {

    private static final Pattern NAME =
            Pattern.compile("files/[a-z][a-z0-9-]*/([0-9a-f]{2})/([0-9a-f]{2})/\\1\\2[0-9a-f]{60}");

    private KeptFiles() {}

    /** Writes all files of a home into a backup. */
    static List<Manifest.Entry> write(ZipOutputStream zip, Path home) throws IOException {
        var entries = new ArrayList<Manifest.Entry>();
        var folder = home.resolve("files");
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    var name = home.relativize(file).toString();
                    if (NAME.matcher(name).matches()) {
                        write(zip, file, name, entries);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        }
        return entries;
    }

    /** Answers whether an entry is such a file: a name of another place must not come from what somebody hands over. */
    static boolean isOne(Manifest.Entry entry) {
        return NAME.matcher(entry.name()).matches();
    }

    /** Puts the files of a checked backup into a home. */
    static void restore(BackupReader backup, Path home) throws IOException {
        for (var entry : backup.manifest().files()) {
            var file = home.resolve(entry.name());
            Files.createDirectories(file.getParent());
            try (var in = backup.open(entry);
                    var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                in.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
        }
    }

    /** A file that is gone meanwhile was removed because nothing has named it for a day. */
    private static void write(ZipOutputStream zip, Path file, String name, List<Manifest.Entry> entries)
            throws IOException {
        try (var in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            var out = new Tally(zip);
            in.transferTo(out);
            zip.closeEntry();
            entries.add(out.entry(name));
        } catch (NoSuchFileException e) {
            return;
        }
    }
}
