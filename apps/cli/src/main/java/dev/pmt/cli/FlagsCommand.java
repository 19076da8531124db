package dev.pmt.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Groups what switches between old and new ways. */
@Command(
        name = "flags",
        mixinStandardHelpOptions = true,
        description = "Shows and changes feature flags, which the edge keeps; over this machine's private socket.",
        subcommands = {FlagsSetCommand.class, FlagsRouteCommand.class})
final class FlagsCommand {

    @Mixin
    private Output output = new Output();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Shows all flags.")
    int list(
            @Mixin FlagDoor door,
            @Option(names = "--json", description = "print JSON, an array of flags") boolean json) {
        return output.lines(door.with(edge -> {
            var all = edge.all();
            if (json) {
                return List.of(new JsonMapper().writeValueAsString(all));
            }
            if (all.isEmpty()) {
                return List.of("There are no flags. Make one: pmt flags set KEY --description TEXT");
            }
            var lines = new FlagLines(FlagPeople.of(edge.pmt()));
            return all.stream().flatMap(flag -> lines.of(flag).stream()).toList();
        }));
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one flag.")
    int show(
            @Mixin FlagDoor door,
            @Parameters(paramLabel = "KEY", description = "the flag's key") String key,
            @Option(names = "--json", description = "print JSON") boolean json) {
        return output.lines(door.with(edge -> {
            var flag = edge.one(key);
            return json ? List.of(flag.toString()) : new FlagLines(FlagPeople.of(edge.pmt())).of(flag);
        }));
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Removes a flag; it is off for everybody then. Its history stays.")
    int delete(@Mixin FlagDoor door, @Parameters(paramLabel = "KEY", description = "the flag's key") String key) {
        return output.lines(door.with(edge -> {
            edge.delete(edge.one(key));
            return List.of(key + " is gone.");
        }));
    }

    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Shows who changed a flag and when, latest first; also of one that is gone.")
    int history(@Mixin FlagDoor door, @Parameters(paramLabel = "KEY", description = "the flag's key") String key) {
        return output.lines(door.with(edge -> {
            var lines = new FlagLines(FlagPeople.of(edge.pmt()));
            var history = edge.history(key);
            return history.isEmpty()
                    ? List.of("Nothing is known of a flag " + key + ".")
                    : history.stream().map(change -> lines.of(change, key)).toList();
        }));
    }
}
