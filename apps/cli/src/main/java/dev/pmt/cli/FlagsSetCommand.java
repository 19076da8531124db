package dev.pmt.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a flag or changes one. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a flag or changes one, at once for everybody. What is not said stays as it was; a new flag is off.",
            "Raising the share keeps those who were in. Example: pmt flags set new-board --description \"board by its own"
                    + " service\" --on --admins --percent 5"
        })
final class FlagsSetCommand implements Callable<Integer> {

    @Mixin
    private FlagDoor door = new FlagDoor();

    @Parameters(paramLabel = "KEY", description = "lower-case words with - between them, for example new-board")
    private String key = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "what it switches; a new flag needs one")
    private @Nullable String description;

    @Option(names = "--on", description = "on for those whom it is for")
    private boolean on;

    @Option(names = "--off", description = "off for everybody; whom it is for is kept")
    private boolean off;

    @Option(
            names = "--percent",
            paramLabel = "N",
            description = "share of the users, 0 to 100; 100 is everybody, also who is not signed in")
    private @Nullable Double percent;

    @Option(names = "--admins", negatable = true, description = "also (or no longer) all administrators")
    private @Nullable Boolean admins;

    @Option(names = "--user", paramLabel = "EMAIL", description = "also this user; may be repeated")
    private List<String> with = List.of();

    @Option(names = "--without", paramLabel = "EMAIL", description = "no longer this user; may be repeated")
    private List<String> without = List.of();

    @Option(
            names = "--expires",
            paramLabel = "DAY",
            description = "by when it should be gone, or never; a reminder, which switches nothing")
    private @Nullable String expires;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (on && off) {
            throw new CommandFailure("A flag is on or off: give one of --on and --off.");
        }
        return output.lines(door.with(edge -> {
            var before = edge.find(key);
            if (before.isEmpty() && description == null) {
                throw new CommandFailure("No flag has the key " + key + "; a new one needs a --description.");
            }
            var after = edge.put(key, rule(before, new Users(edge.pmt())), before);
            return new FlagLines(FlagPeople.of(edge.pmt())).of(after);
        }));
    }

    private ObjectNode rule(Optional<JsonNode> before, Users people) {
        var rule = new JsonMapper().createObjectNode();
        for (var member : List.of("description", "enabled", "rollout", "expires")) {
            before.ifPresent(flag -> rule.set(member, flag.required(member)));
        }
        if (description != null) {
            rule.put("description", description);
        }
        if (on || off) {
            rule.put("enabled", on);
        }
        if (expires != null) {
            rule.put("expires", expires.equals("never") ? null : expires);
        }
        rollout(rule.withObject("/rollout"), people);
        return rule;
    }

    private void rollout(ObjectNode rollout, Users people) {
        if (percent != null) {
            rollout.put("percent", percent);
        }
        if (admins != null) {
            rollout.put("admins", admins);
        }
        var users = new LinkedHashSet<String>();
        rollout.path("users").forEach(user -> users.add(user.asString()));
        with.forEach(email -> users.add(id(people, email)));
        without.forEach(email -> users.remove(id(people, email)));
        var array = rollout.putArray("users");
        users.forEach(array::add);
    }

    private static String id(Users people, String email) {
        return people.named(email).required("id").asString();
    }
}
