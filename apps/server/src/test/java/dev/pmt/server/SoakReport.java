package dev.pmt.server;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a soak did and found.
 *
 * @param topology in which the services ran
 * @param time for which something was killed again and again
 * @param acknowledged writes whose success somebody was told
 * @param unanswered writes that broke off: nobody knows, so they are not held against the log
 * @param lost acknowledged writes that the log lacks, gaps in it, and tasks with other versions than events
 * @param doubled events without an effect and effects without an event
 * @param reordered events before an earlier one of their subject
 */
record SoakReport(
        String topology,
        Duration time,
        Map<SoakInstallation.Part, Integer> kills,
        int rewound,
        int poisoned,
        long acknowledged,
        long unanswered,
        long events,
        long lost,
        List<String> doubled,
        long reordered) {

    static SoakReport of(
            String topology,
            Duration time,
            SoakInstallation pmt,
            MovingLoad load,
            SoakMischief mischief,
            SoakLedger ledger)
            throws SQLException {
        return new SoakReport(
                topology,
                time,
                pmt.kills(),
                mischief.rewound(),
                mischief.poisoned(),
                load.ledger().size(),
                load.unanswered(),
                ledger.events(),
                ledger.lost(load.ledger()) + ledger.gaps() + ledger.unlogged(),
                ledger.missingOrDoubled(),
                ledger.reordered());
    }

    @Override
    public String toString() {
        return """
                # Soak of the event log

                %s · %s · %d s · JDK %s · %d cores

                | what | times |
                |---|---|
                | killed with SIGKILL | %s |
                | consumers set back by 200 events | %d |
                | events planted that nobody can handle | %d |
                | carried by | Redis, wiped with each kill; the log itself where that has gaps |
                | clocks of producer and consumer | %s |
                | writes acknowledged | %d |
                | writes that broke off unanswered | %d |
                | events in the log | %d |
                | **lost** | %d |
                | **doubled or without effect** | %d |
                | **reordered within a subject** | %d |
                %s""".formatted(
                LocalDate.now(ZoneOffset.UTC),
                topology.equals(SoakInstallation.SKEWED) ? "producer and consumer alone" : "topology " + topology,
                time.toSeconds(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                kills,
                rewound,
                poisoned,
                topology.equals(SoakInstallation.SKEWED) ? "80 s apart" : "right",
                acknowledged,
                unanswered,
                events,
                lost,
                doubled.size(),
                reordered,
                doubled.stream().map(one -> "\n- " + one).collect(Collectors.joining()));
    }
}
