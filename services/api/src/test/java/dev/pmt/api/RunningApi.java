package dev.pmt.api;

import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.testing.TestDatabase;
import dev.pmt.shared.testing.TestTokens;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The service under test, on a fresh database. */
public final class RunningApi implements AutoCloseable {

    private final TestTokens tokens = new TestTokens();
    private final TestDatabase database;
    private final RunningService service;

    private RunningApi(TestDatabase database, Map<String, String> settings) {
        this.database = database;
        var all = new HashMap<>(settings);
        all.putAll(tokens.settings());
        all.putAll(database.settings());
        service = new ApiService().start(new ServiceSettings(all));
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

    public URI address() {
        return service.address();
    }

    @Override
    public void close() {
        service.close();
        tokens.close();
    }
}
