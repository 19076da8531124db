package dev.pmt.api.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.pmt.api.profiles.UserId;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    /** Ten times as long as a text may be. */
    private static final int HOSTILE = 2_000_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final UserId ANA = UserId.valueOf("0199f0e8-6d2e-74ff-8c35-91e0b7d27a09");
    private static final UserId BEN = UserId.valueOf("0199f0e8-6d2e-74ff-8c35-91e0b7d27a10");

    /** Writes ANA and BEN where a text is to mention them. */
    private static String text(String text) {
        return text.replace("ANA", "[@Ana Silva](mention:" + ANA + ")").replace("BEN", "[@Ben](mention:" + BEN + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANA and BEN",
                "ANA, again ANA and BEN",
                "# ANA\n\n> quoted BEN",
                "- [ ] ANA\n- [x] **BEN**\r\n",
                "| who | why |\n| - | - |\n| ANA | BEN |",
                "`code` ANA ``more ` code`` BEN",
                "a single ` stays ANA BEN",
                "ANA `` and ` never meet BEN",
                "not `closed ANA\n\nin this` BEN",
                "\\`ANA BEN`",
                "```\ncode\n```\nANA\n\n~~~~ java\n~~~\n~~~~\nBEN",
                "- ```\n  code\n  ```\n- ANA\n1. ```\n   code\n   ```\n2. BEN",
                "``` `is no fence\nANA BEN",
                "[a [ANA] b] ![x](y.png) BEN",
                "]]] ANA ]( BEN",
            })
    void finds_people_in_their_order(String text) {
        assertThat(Mentions.in(text(text))).containsExactly(ANA, BEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@Ana",
                "`ANA`",
                "``ANA ` ``",
                "```\nANA\n```",
                "~~~\nANA",
                "> ```\n> ANA\n> ```",
                "- ```\n  ANA\n\n  BEN\n  ```",
                "\\ANA",
                "!ANA",
                "[@Ana]\\(mention:0199f0e8-6d2e-74ff-8c35-91e0b7d27a09)",
                "@Ana](mention:0199f0e8-6d2e-74ff-8c35-91e0b7d27a09)",
                "[@Ana] (mention:0199f0e8-6d2e-74ff-8c35-91e0b7d27a09)",
                "[@Ana](mention:0199f0e8-6d2e-74ff-8c35-91e0b7d27a0)",
                "[@Ana](mention:0199f0e8-6d2e-74ff-8c35-91e0b7d27a091)",
                "[@Ana](mention:0199f0e8-6d2e-74ff-8c35-91e0b7d27a0g)",
                "[@Ana](mention:1-1-1-1-1)",
                "[@Ana](mention:)",
                "[@Ana](MENTION:0199f0e8-6d2e-74ff-8c35-91e0b7d27a09)",
                "[@Ana](https://0199f0e8-6d2e-74ff-8c35-91e0b7d27a09)",
                "[@Ana](mention:0199f0e8-6d2e-74ff-8c35-91e0b7d27a09",
            })
    void finds_nobody_in_code_or_in_what_only_looks_alike(String text) {
        assertThat(Mentions.in(text(text))).isEmpty();
    }

    @Test
    void finds_who_is_new_in_a_text() {
        assertThat(Mentions.added(text("ANA"), text("BEN ANA"))).containsExactly(BEN);
        assertThat(Mentions.added(text("`ANA`"), text("ANA"))).containsExactly(ANA);
        assertThat(Mentions.added(text("ANA BEN"), text("BEN"))).isEmpty();
    }

    @Test
    void finds_the_first_people_only() {
        var people = IntStream.range(0, Mentions.MOST + 5)
                .mapToObj(any -> new UserId(UUID.randomUUID()))
                .toList();
        var text = people.stream()
                .map(id -> "[@x](mention:" + id + ") [@x](mention:" + id + ")")
                .collect(Collectors.joining("\n"));

        assertThat(Mentions.in(text)).containsExactlyElementsOf(people.subList(0, Mentions.MOST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "]",
                "![",
                "[]",
                "](mention:",
                "[](mention:",
                "[@x](mention:0199f0e8-6d2e-74ff-8c35-91e0b7d27a0",
                "`",
                "` `` ",
                "```\n",
                "> - 1. ",
                "- ",
                "\\",
                "\n",
            })
    void reads_hostile_texts_in_linear_time(String part) {
        var hostile = part.repeat(HOSTILE / part.length());
        var runs = IntStream.range(1, 2_000).mapToObj("`"::repeat).collect(Collectors.joining(" "));

        // Milliseconds; by the square of such a length it would be hours.
        assertTimeoutPreemptively(PATIENCE, () -> {
            assertThat(Mentions.in(hostile + text("\n\n[x](mention:"))).isEmpty();
            assertThat(Mentions.in(runs + text("\n\nANA"))).containsExactly(ANA);
        });
    }
}
