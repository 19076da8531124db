package dev.pmt.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a command says what it has done. */
@Command
final class Output {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** Prints a line. @return 0, the exit code of what went well */
    int line(String line) {
        return lines(List.of(line));
    }

    /** Prints lines. @return 0, the exit code of what went well */
    int lines(List<String> lines) {
        var out = Objects.requireNonNull(command).commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return 0;
    }
}
