package dev.pmt.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several turns, which one bad moment of a shared machine cannot move. */
final class Medians {

    private Medians() {}

    /** Returns the median of one number of each turn; of an even count, the upper of the middle two. */
    static <T> double of(List<T> turns, ToDoubleFunction<? super T> number) {
        return turns.stream().mapToDouble(number).sorted().toArray()[turns.size() / 2];
    }
}
