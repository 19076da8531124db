package dev.pmt.notifications.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as sockets are told it.
 *
 * @param position its place in api's log
 * @param taskId the task it happened to or at; null when it happened to the project itself
 * @param leaverId who sees the project no longer because of it
 * @param message what is sent, as JSON
 * @param trace where its trace goes on; null when unknown
 */
record RecentEvent(
        long position,
        UUID projectId,
        @Nullable UUID taskId,
        @Nullable UUID leaverId,
        String message,
        @Nullable String trace) {}
