package dev.pmt.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks into the embedded database of a home whose process runs. */
final class HomeDatabase {

    private HomeDatabase() {}

    static Connection connect(Path home) throws IOException, SQLException {
        return DriverManager.getConnection(
                RunningDatabase.find(home).orElseThrow(),
                "postgres",
                Files.readString(home.resolve("secrets/database-superuser")).strip());
    }
}
