package dev.pmt.cli;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What an administrator does about events. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Follows the services' event logs, and operates what listens to them; for administrators.",
        subcommands = {EventsLagCommand.class, EventsTailCommand.class, EventsDeadLettersCommand.class})
final class EventsCommand {

    private static final String YES = "do it; without this option the command only says what it would do";

    @Mixin
    private Output output = new Output();

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Stops a consumer after the batch under way; it falls behind until it is resumed.")
    int pause(@Mixin ConsumerOptions which) {
        return change(which, "pause");
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets a paused consumer go on.")
    int resume(@Mixin ConsumerOptions which) {
        return change(which, "resume");
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "Tries again at once what failed: one event, or all that a consumer holds back.",
                "One that was parked is tried once; if it fails, it is parked again."
            })
    int retry(
            @Mixin ConsumerOptions which,
            @Parameters(paramLabel = "EVENT", arity = "0..1", description = "the event's id (default: all)") @Nullable
                    UUID event) {
        return change(which, event == null ? "retry" : "dead-letters/" + event + "/retry");
    }

    @Command(
            name = "skip",
            mixinStandardHelpOptions = true,
            description = {
                "Gives up one event that failed: it never takes effect in this consumer.",
                "The next event of its subject goes on. The event stays in the log."
            })
    int skip(
            @Mixin ConsumerOptions which,
            @Parameters(paramLabel = "EVENT", description = "the event's id") UUID event,
            @Option(names = "--yes", description = YES) boolean yes) {
        return which.with(consumer -> {
            var letter = consumer.service().deadLetters(consumer.name()).stream()
                    .filter(one -> one.required("id").asString().equals(event.toString()))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(
                            "Consumer " + consumer.name() + " holds no event " + event + ". Perhaps it was handled."));
            output.line("%s at position %d of %s takes no effect in %s, ever."
                    .formatted(
                            letter.required("type").asString(),
                            letter.required("position").asLong(),
                            letter.required("subject").asString(),
                            consumer.name()));
            confirmed(yes);
            return done(consumer, consumer.change("dead-letters/" + event + "/skip"));
        });
    }

    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = {
                "Rebuilds what a consumer made of events: deletes it and reads the log again from the oldest event kept.",
                "Until it has caught up, what it keeps is incomplete. Events that were skipped are tried again."
            })
    int replay(@Mixin ConsumerOptions which, @Option(names = "--yes", description = YES) boolean yes) {
        return which.with(consumer -> {
            var log = consumer.service().overview().required("log");
            output.line(
                    ("What %s of %s made of the events still kept is deleted and made again; the log of %s holds positions"
                                    + " %s to %s.")
                            .formatted(
                                    consumer.name(),
                                    consumer.service().name(),
                                    consumer.service().name(),
                                    log.path("oldest").asString("none"),
                                    log.required("head").asString()));
            confirmed(yes);
            return done(consumer, consumer.change("replay"));
        });
    }

    private int change(ConsumerOptions which, String deed) {
        return which.with(consumer -> done(consumer, consumer.change(deed)));
    }

    private int done(ConsumerOptions.Consumer consumer, JsonNode status) {
        return output.line(ConsumerLine.sentence(consumer.service().name(), status));
    }

    private static void confirmed(boolean yes) {
        if (!yes) {
            throw new CommandFailure("Nothing was done. Add --yes to do this.");
        }
    }
}
