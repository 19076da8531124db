package dev.pmt.api.tasks;

import java.util.UUID;

/**
 * How a task stands to another one that its reader sees.
 *
 * @param kind as seen from the task that was asked for
 * @param task the other one
 */
record Relation(UUID id, RelationKind kind, RelatedTask task) {}
