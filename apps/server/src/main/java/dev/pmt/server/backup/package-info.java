/**
 * Backups: everything that the services keep in the database, in one file that restores into an empty one.
 *
 * <p>A backup is a zip file: {@code <service>/<table>.copy} holds a table as PostgreSQL's COPY writes it (text format),
 * {@code secrets/<name>} a secret without which the data could not be read, and {@code manifest.json}, which comes last,
 * says what there is: versions, row counts and SHA-256 of each entry.
 */
@NullMarked
package dev.pmt.server.backup;

import org.jspecify.annotations.NullMarked;
