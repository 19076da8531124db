package dev.pmt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Finds what is wrong with a topology before anything starts. */
final class TopologyCheck {

    private final Topology topology;
    private final Set<String> distribution;
    private final List<String> problems = new ArrayList<>();

    private TopologyCheck(Topology topology, Set<String> distribution) {
        this.topology = topology;
        this.distribution = distribution;
    }

    /**
     * Returns what is wrong, a sentence each.
     *
     * @param distribution the services that this program can run
     */
    static List<String> problems(Topology topology, Set<String> distribution) {
        var check = new TopologyCheck(topology, distribution);
        check.places();
        check.edge();
        check.events();
        return check.problems;
    }

    /** Refuses a topology with problems. @throws Failure that names them all */
    static void require(Topology topology, Set<String> distribution) {
        var problems = problems(topology, distribution);
        if (!problems.isEmpty()) {
            throw new Failure(
                    Exit.USAGE, "Topology " + topology.name() + " cannot be started. " + String.join(" ", problems));
        }
    }

    /** Returns the other services whose events a service hears, by the file that comes with it. */
    static Set<String> heard(String service) {
        try (var in = TopologyCheck.class.getResourceAsStream("/contract/" + service + "/consumes.yml")) {
            if (in == null) {
                return Set.of();
            }
            Map<String, Map<String, Object>> consumers = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return consumers.values().stream()
                    .map(consumer -> String.valueOf(consumer.get("producer")))
                    .filter(producer -> !producer.equals(service))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void places() {
        var places = new TreeMap<String, String>();
        topology.processes().forEach((process, services) -> {
            if (services.isEmpty()) {
                problems.add("Process " + process + " must run a service.");
            }
            for (var service : services) {
                if (!distribution.contains(service)) {
                    problems.add("Service " + service + " of process " + process + " is not in this program; it has "
                            + new TreeSet<>(distribution) + ".");
                }
                var other = places.put(service, process);
                if (other != null) {
                    problems.add(
                            "Service " + service + " must stand in one process only: " + other + ", " + process + ".");
                }
            }
        });
    }

    private void edge() {
        if (!topology.services().contains(ServiceHost.EDGE)) {
            problems.add("A process must run " + ServiceHost.EDGE + ": without the edge nothing can be reached.");
        }
    }

    private void events() {
        for (var service : topology.services()) {
            for (var producer : heard(service)) {
                if (!topology.services().contains(producer)) {
                    problems.add("Service " + service + " hears events of " + producer + ", which no process runs.");
                }
            }
        }
    }
}
