package dev.pmt.api.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why one row was rejected.
 *
 * @param line line of the file on which the row begins
 * @param key the row's key, when it has one
 * @param field the column at fault, when it is one
 */
record RowFault(long line, @Nullable String key, @Nullable String field, String message) {}
