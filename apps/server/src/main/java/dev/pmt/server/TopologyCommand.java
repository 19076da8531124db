package dev.pmt.server;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code pmt topology show|check}: what a topology says, and whether it could be started. */
@Command(
        name = "pmt topology",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows and checks which processes run which services.",
        subcommands = {TopologyCommand.Show.class, TopologyCommand.Check.class})
final class TopologyCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.err.println("pmt: say what: pmt topology show NAME, or pmt topology check NAME");
        return Exit.USAGE.code();
    }

    /** What both are asked about. */
    abstract static class OfTopology implements Callable<Integer> {

        @Parameters(
                paramLabel = "NAME",
                defaultValue = "monolith",
                description = "monolith, split, doors or a file (default: ${DEFAULT-VALUE})")
        private String name = "";

        abstract void tell(Topology topology);

        @Override
        public final Integer call() throws InterruptedException {
            return Exit.of(() -> tell(Topology.named(name)));
        }
    }

    /** {@code show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints its processes and what each service hears.")
    static final class Show extends OfTopology {

        @Override
        void tell(Topology topology) {
            for (var process : topology.startingOrder()) {
                System.out.println(process);
                for (var service : topology.services(process)) {
                    System.out.printf(
                            "  %-14s %-20s %s%n", service, schema(service), events(topology, process, service));
                }
            }
        }

        private static String schema(String service) {
            return Installation.ownsSchema(service) ? "schema " + service : "no data";
        }

        private static String events(Topology topology, String process, String service) {
            var heard = TopologyCheck.heard(service).stream()
                    .map(producer -> producer
                            + (topology.services(process).contains(producer) ? " (in process)" : " (by the carrier)"))
                    .collect(Collectors.joining(", "));
            return heard.isEmpty() ? "" : "hears " + heard;
        }
    }

    /** {@code check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says what is wrong with it; 2 when something is.")
    static final class Check extends OfTopology {

        @Override
        void tell(Topology topology) {
            TopologyCheck.require(topology, ServiceHost.distribution());
            System.out.println("Topology " + topology.name() + " can be started: "
                    + topology.services().size() + " services in "
                    + topology.processes().size() + (topology.isOneProcess() ? " process." : " processes."));
        }
    }
}
