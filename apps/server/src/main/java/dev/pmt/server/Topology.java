package dev.pmt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Which processes run which services.
 *
 * @param processes services by process name; a service stands in one process only
 */
record Topology(Map<String, List<String>> processes) {

    Topology {
        var places = new TreeMap<String, String>();
        processes.forEach((process, services) -> services.forEach(service -> {
            var other = places.put(service, process);
            if (other != null) {
                throw new Failure(
                        Exit.USAGE,
                        "Service " + service + " must stand in one process only: " + other + ", " + process);
            }
        }));
        processes = Map.copyOf(processes);
    }

    /** Reads {@code topologies/<name>.yml}. @throws Failure when there is none or it is not a topology */
    static Topology named(String name) {
        try (var in = Topology.class.getResourceAsStream("/topologies/" + name + ".yml")) {
            if (in == null) {
                throw new Failure(Exit.USAGE, "There is no topology with the name " + name + ".");
            }
            Map<String, Map<String, List<String>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new Topology(document.getOrDefault("processes", Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the services of all processes. */
    List<String> allServices() {
        return processes.values().stream().flatMap(List::stream).sorted().toList();
    }

    /** Returns the services of a process in starting order. */
    List<String> services(String process) {
        var services = processes.get(process);
        if (services == null) {
            throw new Failure(
                    Exit.USAGE,
                    "The topology must name the process " + process + "; it has " + new TreeMap<>(processes).keySet()
                            + ".");
        }
        return services;
    }
}
