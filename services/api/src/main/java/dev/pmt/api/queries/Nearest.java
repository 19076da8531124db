package dev.pmt.api.queries;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that someone may have meant: those that begin alike, hold the text, or differ in few letters (Levenshtein). */
final class Nearest {

    private static final int MOST = 3;
    private static final int LONGEST = 60;

    private record Near(String name, int distance) {}

    private Nearest() {}

    static List<String> to(String text, List<String> candidates) {
        var wanted = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return List.of();
        }
        return candidates.stream()
                .filter(name -> name.length() <= LONGEST)
                .distinct()
                .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance <= (wanted.length() < 4 ? 1 : Math.max(2, wanted.length() / 3)))
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private static int distance(String a, String b) {
        if (a.length() > 1 && b.contains(a)) {
            return b.startsWith(a) ? 0 : 1;
        }
        var before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(row[j - 1], before[j]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}
