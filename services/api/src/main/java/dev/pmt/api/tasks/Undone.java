package dev.pmt.api.tasks;

import java.util.List;

/**
 * A task after a change of it was undone.
 *
 * @param left the fields that were changed again since, and stay so
 */
record Undone(Task task, List<String> left) {}
