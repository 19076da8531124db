package dev.pmt.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Which processes run which services:
 *
 * <pre>
 * processes:
 *   edge: [gateway, web]
 *   core: [auth, api]
 * databases: own
 * </pre>
 *
 * @param name of the file, without its ending
 * @param processes services by process name, both in starting order
 * @param ownDatabases whether each service's data get a database of their own; otherwise services share one, with a schema each
 */
record Topology(String name, Map<String, List<String>> processes, boolean ownDatabases) {

    private static final String SHAPE =
            " must be a topology: \"processes:\", and below it lines like \"core: [auth, api]\"; it may also say \"databases: own\"";

    /** Reads a topology that comes with the program, or a file. @throws Failure when there is none or it is not a topology */
    static Topology named(String name) {
        return name.endsWith(".yml") ? ofFile(Path.of(name)) : ofProgram(name);
    }

    private static Topology ofProgram(String name) {
        try (var in = Topology.class.getResourceAsStream("/topologies/" + name + ".yml")) {
            if (in == null) {
                throw new Failure(
                        Exit.USAGE,
                        "There is no topology with the name " + name
                                + ". There are doors, monolith and split; or name a file of your own that ends with .yml.");
            }
            return read(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Topology ofFile(Path file) {
        try (var in = Files.newInputStream(file)) {
            return read(file.getFileName().toString().replaceAll("\\.yml$", ""), in);
        } catch (IOException e) {
            throw new Failure(Exit.USAGE, "The topology must be a file that can be read: " + file, e);
        }
    }

    private static Topology read(String name, InputStream in) {
        Object document;
        try {
            document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (YAMLException e) {
            throw new Failure(Exit.USAGE, name + SHAPE, e);
        }
        if (!(document instanceof Map<?, ?> map
                && Set.of("processes", "databases").containsAll(map.keySet())
                && map.get("processes") instanceof Map<?, ?> processes)) {
            throw new Failure(Exit.USAGE, name + SHAPE);
        }
        var databases = map.containsKey("databases") ? map.get("databases") : "shared";
        if (!"own".equals(databases) && !"shared".equals(databases)) {
            throw new Failure(Exit.USAGE, name + SHAPE + "; this is neither own nor shared: " + databases);
        }
        var read = new LinkedHashMap<String, List<String>>();
        processes.forEach((process, services) -> read.put(word(name, process), words(name, services)));
        return new Topology(name, read, "own".equals(databases));
    }

    private static List<String> words(String topology, @Nullable Object services) {
        if (!(services instanceof Collection<?> all)) {
            throw new Failure(Exit.USAGE, topology + SHAPE);
        }
        return all.stream().map(service -> word(topology, service)).toList();
    }

    private static String word(String topology, @Nullable Object name) {
        if (name instanceof String text && text.matches("[a-z][a-z0-9-]*")) {
            return text;
        }
        throw new Failure(Exit.USAGE, topology + SHAPE + "; this is no name: " + name);
    }

    /** Returns the services of all processes, each process's together. */
    List<String> services() {
        return processes.values().stream().flatMap(List::stream).toList();
    }

    /** Returns it without some services, and without processes that run nothing then. */
    Topology without(Collection<String> services) {
        var rest = new LinkedHashMap<String, List<String>>();
        processes.forEach((process, all) -> {
            var kept =
                    all.stream().filter(service -> !services.contains(service)).toList();
            if (!kept.isEmpty()) {
                rest.put(process, kept);
            }
        });
        return new Topology(name, rest, ownDatabases);
    }

    /** Answers whether all that there is runs in one process. */
    boolean isOneProcess() {
        return processes.size() == 1;
    }

    /** Returns the services of a process in starting order. @throws Failure when there is no such process */
    List<String> services(String process) {
        var services = processes.get(process);
        if (services == null) {
            throw new Failure(
                    Exit.USAGE, "Topology " + name + " must have the process " + process + ": " + processes.keySet());
        }
        return services;
    }

    /** Returns the processes in the order in which they start: that of the edge first, for the others tell it where they are. */
    List<String> startingOrder() {
        var order = new ArrayList<String>();
        processes.forEach((process, services) -> {
            if (services.contains(ServiceHost.EDGE)) {
                order.addFirst(process);
            } else {
                order.add(process);
            }
        });
        return order;
    }
}
