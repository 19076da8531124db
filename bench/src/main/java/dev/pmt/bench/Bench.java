package dev.pmt.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./pmt bench}. */
@Command(
        name = "pmt bench",
        mixinStandardHelpOptions = true,
        description = "Measures PMT against a baseline in the same run; --save keeps the result under bench/results.",
        subcommands = {
            ApiBench.class,
            ImportBench.class,
            StartBench.class,
            BoardBench.class,
            FenceBench.class,
            EventsBench.class,
            SocketsBench.class,
            TopologiesBench.class,
            EdgeBench.class,
            BulkBench.class,
            QueryBench.class
        })
public final class Bench {

    private Bench() {}

    /** Runs one benchmark. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).setUsageHelpAutoWidth(true).execute(args));
    }
}
