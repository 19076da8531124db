package dev.pmt.server;

import java.nio.file.Path;

/** A JVM that holds nothing but the embedded database of a home: enough to be killed, and quicker than all services. */
public final class DatabaseProcess {

    private DatabaseProcess() {}

    /** Starts the database of the home given, and stays. */
    public static void main(String[] args) throws InterruptedException {
        var home = Home.open(Path.of(args[0]));
        var database = EmbeddedDatabase.start(home, new Secrets(home.directory()));
        database.provision("auth", new Secrets(home.directory()).ofDatabase("auth"));
        System.out.println("stop with Ctrl+C");
        Thread.currentThread().join();
    }
}
