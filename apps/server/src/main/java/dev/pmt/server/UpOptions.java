package dev.pmt.server;

import dev.pmt.shared.service.ServiceSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code pmt up} can be told. */
final class UpOptions {

    @Mixin
    private final DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private final CarrierOptions carrier = new CarrierOptions();

    @Mixin
    private final TelemetryOptions telemetry = new TelemetryOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "port of the edge (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:PMT_PORT:-8080}")
    private int port;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "directory for data, secrets and logs (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:PMT_HOME:-${sys:user.home}/.pmt}")
    private Path home = Path.of(".");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "how browsers reach PMT (default: http://localhost:PORT; also PMT_URL)",
            defaultValue = "${env:PMT_URL}")
    private @Nullable URI url;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "address to listen on (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:PMT_BIND:-127.0.0.1}")
    private String bind = "";

    @Option(
            names = "--insecure",
            description = "allow plain http beyond this machine (also PMT_INSECURE=true)",
            defaultValue = "${env:PMT_INSECURE:-false}")
    private boolean insecure;

    @Option(
            names = "--show-link",
            description = "print the first administrator's link also where nobody looks on (also PMT_SHOW_LINK=true)",
            defaultValue = "${env:PMT_SHOW_LINK:-false}")
    private boolean showLink;

    @Option(
            names = "--topology",
            paramLabel = "NAME",
            description = "which processes run which services (default: ${DEFAULT-VALUE})",
            defaultValue = "monolith")
    private String topology = "";

    @Option(
            names = "--without",
            paramLabel = "SERVICE",
            split = ",",
            description = "leave services to processes of their own, for development")
    private List<String> without = List.of();

    @Option(
            names = "--demo",
            paramLabel = "WEEKS",
            arity = "0..1",
            fallbackValue = "52",
            description =
                    "fill an empty home with six people and a year of their work, or so many weeks, to look around in")
    private @Nullable Integer demo;

    int port() {
        return port;
    }

    Path home() {
        return home.toAbsolutePath().normalize();
    }

    String bind() {
        return bind;
    }

    boolean insecure() {
        return insecure;
    }

    /** Answers whether the first administrator's link may be shown though the output is no terminal. */
    boolean showLink() {
        return showLink;
    }

    /** Returns how many weeks of a demonstration are wanted, if one is. */
    OptionalInt demo() {
        return demo == null ? OptionalInt.empty() : OptionalInt.of(demo);
    }

    String topology() {
        return topology;
    }

    List<String> without() {
        return without;
    }

    /** Returns the external database to use instead of the embedded one. */
    Optional<DatabaseAddress> database() {
        return database.address(System.getenv());
    }

    /** Returns the settings by which services' events travel. */
    Map<String, String> carrier() {
        return carrier.settings(System.getenv());
    }

    /** Returns whom PMT tells how it is doing. */
    TelemetryOptions telemetry() {
        return telemetry;
    }

    /** Returns the port on which other processes find the edge's management listener, if one was named. */
    OptionalInt edgeAdminPort() {
        var port = environment().getInt("pmt.edge.admin-port", 0);
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** Returns what services that run elsewhere make necessary: where they are, and where they find the edge. */
    Map<String, String> edge() {
        var edge = new HashMap<String, String>();
        environment().values().forEach((key, value) -> {
            if (key.startsWith("pmt.edge.services.")) {
                edge.put(key, value);
            }
        });
        environment().find("pmt.edge.admin-bind").ifPresent(bind -> edge.put("pmt.edge.admin-bind", bind));
        return edge;
    }

    private static ServiceSettings environment() {
        return ServiceSettings.ofProcess(System.getenv());
    }

    URI externalUrl() {
        return url == null ? URI.create("http://localhost:" + port) : url;
    }

    /** Refuses what no start could make sense of. */
    void validate() {
        if (port < 1 || port > 65_535) {
            throw new Failure(Exit.USAGE, "--port must be between 1 and 65535: " + port);
        }
        var scheme = externalUrl().getScheme();
        if (externalUrl().getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new Failure(Exit.USAGE, "--url must be an http or https address: " + externalUrl());
        }
        if (demo != null && (demo < 1 || demo > 104)) {
            throw new Failure(Exit.USAGE, "--demo must be 1 to 104 weeks: " + demo);
        }
        carrier();
        telemetry.settings(System.getenv());
    }
}
