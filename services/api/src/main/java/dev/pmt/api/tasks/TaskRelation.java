package dev.pmt.api.tasks;

import java.util.UUID;

/**
 * How one task stands to another one, told of the task that has it in the database.
 *
 * @param from key of the task that blocks, duplicates or relates to the other one
 * @param to key of the other one
 */
record TaskRelation(UUID id, RelationKind kind, String from, String to) {}
