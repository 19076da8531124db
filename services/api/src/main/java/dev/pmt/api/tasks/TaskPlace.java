package dev.pmt.api.tasks;

import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectRole;

/**
 * A task as the place of what other modules keep at it.
 *
 * @param version of the task when it was seen
 * @param role of the user who sees it
 */
public record TaskPlace(TaskId task, ProjectId project, String key, long version, ProjectRole role) {}
