package dev.pmt.api.projects;

import java.util.List;

/**
 * Where tasks may go from a status.
 *
 * @param to other statuses, in board order
 */
public record Transitions(StatusId from, List<StatusId> to) {}
