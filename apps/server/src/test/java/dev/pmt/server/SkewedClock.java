package dev.pmt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Makes a process see another time, by libfaketime where it is installed (Debian's faketime). */
final class SkewedClock {

    private SkewedClock() {}

    static boolean isPossible() {
        return library().isPresent();
    }

    /** Returns the environment of a process whose clock is off by so much. */
    static Map<String, String> by(Duration skew) {
        return library()
                .map(library -> Map.of(
                        "LD_PRELOAD",
                        library.toString(),
                        "FAKETIME",
                        (skew.isNegative() ? "" : "+") + skew.toSeconds() + "s",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1"))
                .orElse(Map.of());
    }

    private static Optional<Path> library() {
        var wanted = FileSystems.getDefault().getPathMatcher("glob:/usr/lib/*/faketime/libfaketimeMT.so.1");
        try (var files = Files.find(Path.of("/usr/lib"), 3, (file, attributes) -> wanted.matches(file))) {
            return files.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
