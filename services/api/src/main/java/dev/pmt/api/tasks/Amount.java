package dev.pmt.api.tasks;

import java.math.BigDecimal;

/**
 * How much work that is.
 *
 * @param points of the tasks that are estimated
 */
record Amount(long tasks, BigDecimal points) {

    static final Amount NONE = new Amount(0, BigDecimal.ZERO);

    Amount plus(Amount other) {
        return new Amount(tasks + other.tasks, Points.shortest(points.add(other.points)));
    }
}
