package dev.pmt.shared.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the domain tells it.
 *
 * @param type its stable name and version, as {@code pmt.task.moved.v1}
 * @param subject the aggregate it happened to
 * @param version the aggregate's version that it led to; no two facts of a subject share one
 * @param actor the user who did it; null when no user did
 * @param data its content, written as JSON by the contract of its type
 */
public record Fact(
        String type, UUID subject, long version, @Nullable UUID actor, Object data) {}
