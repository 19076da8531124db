package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.server.SoakInstallation.Part;
import dev.pmt.shared.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills producer, consumer, broker and database by turns under load, lets events come twice and plants some that cannot be
 * handled; then holds every acknowledged write against the log and its effects. {@code ./pmt soak events} runs it for long.
 */
class EventSoakTest {

    private static final Duration TIME = Duration.parse(System.getProperty("pmt.soak.time", "PT20S"));
    private static final String TOPOLOGY = System.getProperty("pmt.soak.topology", SoakInstallation.SKEWED);

    private static final Pattern STATUS = Pattern.compile("\\{\"id\":\"([^\"]+)\",\"name\"");

    @TempDir
    Path directory;

    @Test
    void no_acknowledged_write_is_lost_doubled_or_reordered_whatever_is_killed() throws Exception {
        try (var pmt = new SoakInstallation(directory, TOPOLOGY)) {
            var ada = pmt.administrator();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(ada.get("/api/v1/projects").statusCode())
                            .as(pmt::output)
                            .isEqualTo(200));
            awaitCaughtUp(pmt); // what a consumer's first snapshot holds, the sockets are not told
            ada.fill("CHAOS", 5);
            var mischief = new SoakMischief(pmt.home());
            try (var load = new MovingLoad(ada, keys(), statuses(ada))) {
                harass(pmt, load, mischief);
                load.awaitAcknowledged(50);
                load.close();
                settle(pmt, load, mischief);
            }
        }
    }

    private static void harass(SoakInstallation pmt, MovingLoad load, SoakMischief mischief) throws Exception {
        var end = System.nanoTime() + TIME.toNanos();
        do {
            for (var part : Part.values()) {
                pmt.kill(part);
                load.awaitAcknowledged(25, pmt::revive);
            }
            mischief.repeat();
            mischief.poison();
            awaitCaughtUp(pmt);
        } while (System.nanoTime() < end);
    }

    /** Waits until the consumer has heard what has happened so far, so that none is killed before it began. */
    private static void awaitCaughtUp(SoakInstallation pmt) throws Exception {
        try (var api = HomeDatabase.databases(pmt.home()).connect("api");
                var notifications = HomeDatabase.databases(pmt.home()).connect("notifications")) {
            var ledger = new SoakLedger(api, notifications);
            var now = ledger.last();
            Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> {
                pmt.revive();
                return ledger.heard() >= now;
            });
        }
    }

    private static void settle(SoakInstallation pmt, MovingLoad load, SoakMischief mischief) throws Exception {
        var databases = HomeDatabase.databases(pmt.home());
        try (var api = databases.connect("api");
                var notifications = databases.connect("notifications")) {
            var ledger = new SoakLedger(api, notifications);
            Awaitility.await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
                pmt.revive();
                assertThat(ledger.open())
                        .as(() -> "what is on its way; " + pmt.output())
                        .isEmpty();
            });
            var report = SoakReport.of(TOPOLOGY, TIME, pmt, load, mischief, ledger);
            System.out.println(report);
            var file = System.getProperty("pmt.soak.report");
            if (file != null) {
                Files.writeString(Path.of(file), report.toString());
            }
            assertThat(report.lost() + report.doubled().size() + report.reordered())
                    .as(report.toString())
                    .isZero();
            assertThat(report.acknowledged()).isGreaterThan(100);
            assertThat(ledger.held()).isEqualTo(mischief.poisoned());
            assertThat(pmt.kills()).containsOnlyKeys(Part.values());
        }
    }

    private static List<String> keys() {
        return List.of("CHAOS-1", "CHAOS-2", "CHAOS-3", "CHAOS-4", "CHAOS-5");
    }

    private static List<String> statuses(Visitor ada) throws Exception {
        var statuses = STATUS.matcher(ada.get("/api/v1/projects/CHAOS").body())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(statuses).hasSize(4);
        return statuses;
    }
}
