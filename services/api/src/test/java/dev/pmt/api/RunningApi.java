package dev.pmt.api;

import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestDatabase;
import dev.pmt.shared.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/**
 * The service under test, on a fresh database. A start takes seconds: tests that need neither settings nor an empty
 * installation share one.
 */
public final class RunningApi implements AutoCloseable {

    private final TestTokens tokens = new TestTokens();
    private final TestDatabase database;
    private final Path files;
    private final RunningService service;

    private RunningApi(TestDatabase database, Map<String, String> settings) {
        this.database = database;
        this.files = temporaryFolder();
        var all = new HashMap<>(settings);
        all.putIfAbsent("pmt.attachments.folder", files.toString());
        all.putAll(tokens.settings());
        all.putAll(database.settings());
        service = new ApiService().start(new ServiceSettings(all));
    }

    /** Returns the one with the usual settings that all tests share; it runs as long as they do, and nobody closes it. */
    public static RunningApi shared() {
        return Shared.API;
    }

    /** Starts with the usual settings. */
    public static RunningApi start() {
        return start(Map.of());
    }

    /** Starts with some settings changed. */
    public static RunningApi start(Map<String, String> settings) {
        return new RunningApi(TestDatabase.fresh("api"), settings);
    }

    /** Starts on a database that another one uses or used. */
    public static RunningApi startOn(TestDatabase database, Map<String, String> settings) {
        return new RunningApi(database, settings);
    }

    /** Makes a person with the global role {@code member}. */
    public Client person() {
        return person("member");
    }

    /** Makes a person with a global role. */
    public Client person(String role) {
        var id = UUID.randomUUID();
        return new Client(this, id, tokens.token(id, role));
    }

    public TestTokens tokens() {
        return tokens;
    }

    public TestDatabase database() {
        return database;
    }

    /** Returns the folder of the attachments' bytes, unless the settings name another. */
    public Path files() {
        return files;
    }

    public URI address() {
        return service.address();
    }

    @Override
    public void close() {
        service.close();
        tokens.close();
        removeFiles();
    }

    /** Starts when the first test asks. */
    private static final class Shared {

        private static final RunningApi API = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(API::removeFiles));
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("attachments");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeFiles() {
        try {
            FileSystemUtils.deleteRecursively(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
