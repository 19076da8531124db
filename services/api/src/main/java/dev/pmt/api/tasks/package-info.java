/**
 * Tasks, their order and their board. Every change of a task first locks its project ({@code projects.touch}), so ranks
 * and numbers cannot collide and the board's ETag is exact. Imports write through {@link dev.pmt.api.tasks.ImportedTasks}.
 */
@NullMarked
package dev.pmt.api.tasks;

import org.jspecify.annotations.NullMarked;
