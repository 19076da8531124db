package dev.pmt.delivery;

import dev.pmt.delivery.Calls.Made;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes {@code docs/calls.md} (a text by hand, then all calls between services) and the sentence of the README. */
record CallsPage(Calls calls) {

    private static final Pattern SENTENCE = Pattern.compile("(?s)(<!-- calls -->).*(<!-- /calls -->)");

    String render() {
        return template() + rows(true)
                + "\n## In the background\n\nOnly between processes; in one process events are read directly.\n"
                + rows(false);
    }

    /** Puts the present count into the README's text. */
    String inReadme(String readme) {
        return SENTENCE.matcher(readme)
                .replaceFirst(Matcher.quoteReplacement("<!-- calls -->" + sentence() + "<!-- /calls -->"));
    }

    private String sentence() {
        var inRequest =
                calls.all().stream().filter(made -> made.call().inRequest()).count();
        return "Synchronous calls\nbetween services: **%d while somebody waits, %d in the background** ([all of them](docs/calls.md));"
                        .formatted(inRequest, calls.all().size() - inRequest)
                + "\nevery one has limits and an answer for when it is cut, and none is made inside a write.\n";
    }

    private String rows(boolean inRequest) {
        return "\n| who | asks | for | at most | while it is cut |\n|---|---|---|---|---|\n"
                + calls.all().stream()
                        .filter(made -> made.call().inRequest() == inRequest)
                        .map(this::row)
                        .collect(Collectors.joining());
    }

    private String row(Made made) {
        var call = made.call();
        var contract = calls.repository().root().relativize(calls.contract(call));
        return "| %s | %s | %s ([%s](../%s)) | %s, %d at once | %s |\n"
                .formatted(
                        made.callers().stream()
                                .map(caller -> "`" + caller + "`")
                                .collect(Collectors.joining(", ")),
                        call.provider().contains(" ") || call.provider().equals("producer")
                                ? call.provider()
                                : "`" + call.provider() + "`",
                        call.purpose(),
                        String.join(", ", call.operations()),
                        contract,
                        seconds(call.timeout()),
                        call.atOnce(),
                        call.cut());
    }

    private static String seconds(Duration timeout) {
        return timeout.toSeconds() + " s";
    }

    private static String template() {
        try (var template = Objects.requireNonNull(CallsPage.class.getResourceAsStream("/calls.md"))) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
