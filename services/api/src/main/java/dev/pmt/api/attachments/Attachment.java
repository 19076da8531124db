package dev.pmt.api.attachments;

import dev.pmt.api.profiles.UserId;
import java.time.Instant;

/**
 * A file at a task.
 *
 * @param mediaType recognised from the bytes
 * @param size in bytes
 * @param sha256 of the bytes
 */
record Attachment(
        AttachmentId id, String name, String mediaType, long size, Sha256 sha256, UserId addedById, Instant addedAt) {}
