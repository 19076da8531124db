package dev.pmt.shared.contracts;

import java.util.List;
import java.util.Map;

/**
 * What came of many requests.
 *
 * @param faults each with its request's number and the request
 * @param statuses how often each status was answered
 * @param own how many answers held a text of the caller's own
 */
public record FuzzReport(long seed, int requests, List<String> faults, Map<Integer, Integer> statuses, int own) {

    private static final int SHOWN = 8;

    /** Says what was answered, for the terminal. */
    public String histogram() {
        return "Fuzz: " + requests + " requests answered: " + statuses + ", " + own
                + " with the caller's own texts, repeat with -Dpmt.fuzz.seed=" + seed;
    }

    /** Returns the first faults; no more than a reader can take in. */
    public List<String> shownFaults() {
        return faults.stream().limit(SHOWN).toList();
    }
}
