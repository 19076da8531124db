package dev.pmt.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A small sample of our own, and the real backlogs where they are: by PMT_DATA, or beside the repository. */
final class StoryPointFiles {

    private static final String SETTING = "PMT_DATA";
    private static final Path BESIDE_THE_REPOSITORY = Path.of("shared", "data", "story-points");
    private static final Path SAMPLE = Path.of("src", "test", "resources", "sample.csv");
    private static final int REAL_FILES = 8;

    /** A file and how many rows it holds. */
    record Backlog(Path file, String name, long rows) {

        @Override
        public String toString() {
            return name + " (" + rows + " rows)";
        }
    }

    private StoryPointFiles() {}

    static List<Backlog> all() {
        var folder = folder();
        if (folder.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("the real backlogs must be there when CI=true; set " + SETTING);
            }
            return List.of(backlog(SAMPLE));
        }
        try (var files = Files.list(folder.get())) {
            var backlogs = files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted(Comparator.naturalOrder())
                    .map(StoryPointFiles::backlog)
                    .toList();
            if (backlogs.size() != REAL_FILES) {
                throw new AssertionError(folder.get() + " must hold " + REAL_FILES + " files: " + backlogs.size());
            }
            return Stream.concat(backlogs.stream(), Stream.of(backlog(SAMPLE))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> folder() {
        var set =
                Optional.ofNullable(System.getProperty(SETTING)).or(() -> Optional.ofNullable(System.getenv(SETTING)));
        if (set.isPresent()) {
            return set.map(Path::of);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(above -> above.resolve(BESIDE_THE_REPOSITORY))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Backlog backlog(Path file) {
        var name = file.getFileName().toString().replace(".csv", "");
        return new Backlog(file, name, new Rows(file).count());
    }

    /** Counts rows by looking at quotes and line ends alone, apart from the parser under test. */
    private record Rows(Path file) {

        long count() {
            try {
                var quoted = false;
                long ends = 0;
                for (var b : Files.readAllBytes(file)) {
                    if (b == '"') {
                        quoted = !quoted;
                    } else if (b == '\n' && !quoted) {
                        ends++;
                    }
                }
                return ends - 1;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
