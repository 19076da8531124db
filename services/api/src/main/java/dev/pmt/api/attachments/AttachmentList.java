package dev.pmt.api.attachments;

import java.util.List;

/**
 * All attachments of a task, in the order in which they came; there are too few for pages.
 *
 * @param most how many a task may have
 * @param mostBytes how large one may be
 */
record AttachmentList(List<Attachment> items, int most, long mostBytes) {}
