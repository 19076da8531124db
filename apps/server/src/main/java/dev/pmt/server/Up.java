package dev.pmt.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Brings an installation up and, once told to stop, down again in the opposite order. */
final class Up implements AutoCloseable {

    private final UpOptions options;
    private final Console console;
    private final Resources resources;

    Up(UpOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.resources = new Resources(console::stopped);
    }

    /** Starts everything and returns once the edge serves. @throws Failure with a sentence when something cannot start */
    void start() {
        options.validate();
        var topology = Topology.named(options.topology());
        refuseUnknown(options.without(), topology.services());
        var external = options.database();
        refuseTakenPort();
        Restoration.refuseUnfinished(options.home());
        var home = resources.open(() -> Home.open(options.home()));
        System.setProperty("pmt.log.dir", home.resolve("logs").toString());
        SLF4JBridgeHandler.install();
        refuseUnsound(topology);
        console.begin(Version.current(), home.directory());
        var secrets = new Secrets(home.directory());
        var database = resources.open(() ->
                external.<Database>map(ExternalDatabase::open).orElseGet(() -> EmbeddedDatabase.start(home, secrets)));
        console.done("PostgreSQL");
        new Schemas(home, database, secrets, topology, console).prepare();
        var admin = URI.create("http://127.0.0.1:" + options.edgeAdminPort().orElseGet(Up::freePort));
        var registry = new EdgeRegistry(admin, secrets.get("edge-admin"));
        var installation = new Installation(options, topology.services(), home, secrets, database.databases(), admin);
        options.without().forEach(name -> DetachedService.prepare(home, name, installation.apply(name), registry));
        var present = topology.without(options.without());
        if (topology.isOneProcess()) {
            resources.open(() -> options.telemetry().startMetrics(System.getenv()));
            startHere(present.services(), installation, registry);
        } else {
            startBeside(present, home, installation, registry);
        }
        var auth = registry.addressOf("auth");
        if (auth.isPresent()) {
            welcome(auth.get(), registry, home, secrets);
        } else {
            console.ready(options.externalUrl());
        }
    }

    /** Lets the first people in: an administrator, or those of a demonstration. */
    private void welcome(URI auth, EdgeRegistry registry, Home home, Secrets secrets) {
        var first = new FirstAdministrator(auth, home.directory(), secrets, console);
        if (options.demo().isEmpty()) {
            first.announce();
            console.ready(options.externalUrl());
            return;
        }
        var api = registry.addressOf("api")
                .orElseThrow(() -> new Failure(Exit.USAGE, "--demo needs the service api; leave out --without."));
        console.ready(options.externalUrl());
        resources.open(() ->
                Demonstration.play(auth, api, options.demo().getAsInt(), home.directory(), secrets, first, console));
    }

    /** Looks at the services themselves, whose classes log: to where that has just been said. */
    private void refuseUnsound(Topology topology) {
        var distribution = new HashSet<>(ServiceHost.distribution());
        distribution.addAll(options.without());
        TopologyCheck.require(topology, distribution);
    }

    private void startHere(List<String> services, Installation installation, EdgeRegistry registry) {
        var host = resources.open(() -> new ServiceHost(installation, registry::register));
        host.startAll(services);
        console.done(String.join(", ", services));
    }

    private void startBeside(Topology topology, Home home, Installation installation, EdgeRegistry registry) {
        topology.services()
                .forEach(name ->
                        ServiceFiles.write(home, name, installation.apply(name).values()));
        resources
                .open(() -> new Supervision(topology, home, registry, options.telemetry(), console))
                .startAll();
        topology.startingOrder()
                .forEach(process -> console.done(process + ": " + String.join(", ", topology.services(process))));
    }

    /** Frees what a failed start had already taken. */
    void abandon() {
        resources.close();
    }

    @Override
    public void close() {
        resources.close();
        console.stopped();
    }

    private static void refuseUnknown(List<String> without, List<String> topology) {
        without.stream().filter(name -> !topology.contains(name)).findFirst().ifPresent(name -> {
            throw new Failure(Exit.USAGE, "--without must name services of " + topology + ": " + name);
        });
    }

    private void refuseTakenPort() {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new java.net.InetSocketAddress(InetAddress.getByName(options.bind()), options.port()));
        } catch (IOException e) {
            throw new Failure(
                    Exit.PORT_TAKEN,
                    "Port " + options.port() + " on " + options.bind()
                            + " is taken or may not be used. Stop the program that has it, or choose another with --port.",
                    e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "This machine gives no free loopback port.", e);
        }
    }
}
