package dev.pmt.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Looks into the embedded database of a home whose process runs. */
final class HomeDatabase {

    private HomeDatabase() {}

    static Connection connect(Path home) throws SQLException {
        return RunningDatabase.find(home).orElseThrow().connect();
    }

    /** Returns where each service's data are. */
    static Databases databases(Path home) {
        return new Databases(RunningDatabase.find(home).orElseThrow());
    }
}
