package dev.pmt.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of PMT. */
@Command(
        name = "pmt",
        description = "Commands for a running PMT.",
        subcommands = {
            ImportCommand.class,
            DoctorCommand.class,
            AdminCommand.class,
            EventsCommand.class,
            EdgeCommand.class,
            FlagsCommand.class
        })
public final class Pmt {

    private Pmt() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and returns its exit code: 0 done, 1 refused or incomplete, 2 used wrongly. */
    static int run(String... args) {
        return new CommandLine(new Pmt())
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (e instanceof CommandFailure || e instanceof ConnectionLost) {
                        line.getErr().println("pmt: " + e.getMessage());
                        return 1;
                    }
                    throw e;
                })
                .execute(args);
    }
}
