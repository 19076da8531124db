/**
 * Files at tasks. Their bytes are in a {@link dev.pmt.api.attachments.BlobStore} under their SHA-256, once for each content;
 * {@link dev.pmt.api.attachments.StoredFiles} says which, and decides what may be removed.
 */
@NullMarked
package dev.pmt.api.attachments;

import org.jspecify.annotations.NullMarked;
