package dev.pmt.api.tasks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a project's order, as text that sorts by code units (PostgreSQL: {@code COLLATE "C"}).
 *
 * <p>It is a whole part and a fraction. The whole part is one header digit and then the digits of the number: the header
 * says how many follow and sorts longer positive numbers behind shorter ones (longer negative ones before), and each
 * length counts on where the shorter one ended. So appending the n-th task costs about log62(n) characters. The fraction
 * has no trailing zero and only grows when a task is put between two neighbours.
 */
record Rank(String text) implements Comparable<Rank> {

    private static final int CENTRE = Digits.BASE / 2;
    private static final int LONGEST = 9;

    /** Returns the rank of a whole number. */
    static Rank whole(long number) {
        return number >= 0 ? positive(number, 1) : negative(-1 - number, 1);
    }

    /** Returns a rank between two others; null stands for the open end. */
    static Rank between(@Nullable Rank low, @Nullable Rank high) {
        if (low == null) {
            return high == null ? whole(0) : whole(high.number() - 1);
        }
        if (high == null) {
            return whole(low.number() + 1);
        }
        if (low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("low must sort before high: " + low.text + ", " + high.text);
        }
        var from = low.number();
        var to = high.number();
        if (to - from > 1) {
            return whole(from + (to - from) / 2);
        }
        if (to > from && !high.fraction().isEmpty()) {
            return whole(to);
        }
        return new Rank(low.header() + middle(low.fraction(), to > from ? null : high.fraction()));
    }

    /** Returns so many ranks between two others, evenly spread and in order. */
    static List<Rank> spread(@Nullable Rank low, @Nullable Rank high, int count) {
        if (count == 0) {
            return List.of();
        }
        var middle = between(low, high);
        var ranks = new ArrayList<Rank>(count);
        ranks.addAll(spread(low, middle, (count - 1) / 2));
        ranks.add(middle);
        ranks.addAll(spread(middle, high, count / 2));
        return ranks;
    }

    @Override
    public int compareTo(Rank other) {
        return text.compareTo(other.text);
    }

    int length() {
        return text.length();
    }

    /** Returns the whole part. */
    long number() {
        var width = width();
        var digits = Digits.number(text.substring(1, 1 + width));
        var before = offset(width);
        return text.charAt(0) >= Digits.of(CENTRE) ? before + digits : -1 - (before + Digits.span(width) - 1 - digits);
    }

    private String header() {
        return text.substring(0, 1 + width());
    }

    private String fraction() {
        return text.substring(1 + width());
    }

    private int width() {
        var header = Digits.value(text.charAt(0));
        return header >= CENTRE ? header - CENTRE + 1 : CENTRE - header;
    }

    private static Rank positive(long rest, int width) {
        var span = Digits.span(width);
        return rest < span || width == LONGEST
                ? new Rank(Digits.of(CENTRE + width - 1) + Digits.fixed(rest, width))
                : positive(rest - span, width + 1);
    }

    private static Rank negative(long rest, int width) {
        var span = Digits.span(width);
        return rest < span || width == LONGEST
                ? new Rank(Digits.of(CENTRE - width) + Digits.fixed(span - 1 - rest, width))
                : negative(rest - span, width + 1);
    }

    /** Returns how many numbers the shorter widths hold. */
    private static long offset(int width) {
        long offset = 0;
        for (int shorter = 1; shorter < width; shorter++) {
            offset += Digits.span(shorter);
        }
        return offset;
    }

    /** Returns a fraction between two others as short as may be; null stands for one. */
    private static String middle(String low, @Nullable String high) {
        var fraction = new StringBuilder();
        var limit = high;
        for (int i = 0; ; i++) {
            var from = i < low.length() ? Digits.value(low.charAt(i)) : 0;
            var to = limit == null ? Digits.BASE : i < limit.length() ? Digits.value(limit.charAt(i)) : 0;
            var half = (from + to) / 2;
            if (half > from) {
                return fraction.append(Digits.of(half)).toString();
            }
            fraction.append(Digits.of(from));
            if (to > from) {
                limit = null;
            }
        }
    }
}
