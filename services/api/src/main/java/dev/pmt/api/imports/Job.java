package dev.pmt.api.imports;

import dev.pmt.api.profiles.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that this process holds the lease of.
 *
 * @param worker who holds the lease; a later holder has another id
 * @param numberFloor highest number that a row keeps, null before the file was looked through
 * @param rows where to go on
 * @param attempt 1 for the first holder
 */
record Job(
        ImportId id,
        UUID worker,
        String projectKey,
        UserId createdBy,
        boolean dryRun,
        Mapping mapping,
        @Nullable Long numberFloor,
        Import.Rows rows,
        int attempt) {}
