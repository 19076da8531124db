package dev.pmt.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a CSV file and follows it to its end. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports a CSV file of issues into a project.",
            "Knows issuekey,title,description,storypoint and Jira's CSV exports; --map names other columns. "
                    + "Running it again changes nothing; an interrupted import goes on by itself."
        })
final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the CSV file, UTF-8")
    private Path file = Path.of("");

    @Option(
            names = "--project",
            required = true,
            paramLabel = "KEY",
            description = "key of the project, for example MESOS")
    private String project = "";

    @Option(names = "--create", paramLabel = "NAME", description = "create the project with this name if there is none")
    private @Nullable String create;

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description =
                    "take a field from a column; fields: key, title, description, points, status, type, priority, "
                            + "assignee, labels, start, due, estimate; a column called like a custom field fills it")
    private List<String> map = new ArrayList<>();

    @Option(names = "--dry-run", description = "check everything, write nothing")
    private boolean dryRun;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again when there is no terminal
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure("FILE must be a file that this user can read: " + file);
        }
        var key = project.toUpperCase(Locale.ROOT);
        var out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        var console = System.console();
        try (var pmt = connection.open()) {
            new Projects(pmt).require(key, create);
            var run = new ImportRun(pmt, new ProgressBar(out, console != null && console.isTerminal()));
            return ImportReport.of(run.start(file, key, map, dryRun), pmt).print(out);
        }
    }
}
