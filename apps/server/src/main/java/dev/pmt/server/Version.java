package dev.pmt.server;

/** The version of this program. */
final class Version {

    private Version() {}

    /** Returns the version that the jar's manifest states, or {@code dev} when run from class files. */
    static String current() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
