package dev.pmt.api.worklogs;

import java.util.List;

/**
 * All work logs of a task, the last day first; there are too few for pages.
 *
 * @param minutes their sum
 * @param most how many a task may have
 */
record WorkLogList(List<WorkLog> items, long minutes, int most) {

    static WorkLogList of(List<WorkLog> items, int most) {
        return new WorkLogList(
                items, items.stream().mapToLong(log -> log.work().minutes()).sum(), most);
    }
}
