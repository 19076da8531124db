/**
 * CSV in and out. An upload is stored in pieces and worked off by {@link dev.pmt.api.imports.ImportWorker} in batches,
 * each with its checkpoint in the same transaction, so that a crash at any point loses and doubles nothing. What a task
 * cannot give back byte for byte is kept beside it, and the export puts it together again.
 */
@NullMarked
package dev.pmt.api.imports;

import org.jspecify.annotations.NullMarked;
