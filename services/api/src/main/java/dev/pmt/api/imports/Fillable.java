package dev.pmt.api.imports;

import dev.pmt.api.tasks.ImportedTask;
import java.util.Optional;
import java.util.UUID;

/** What a column of a file can fill. */
sealed interface Fillable permits TaskField, Fillable.Custom {

    /** A custom field of the project. */
    record Custom(UUID id) implements Fillable {

        @Override
        public String wireName() {
            return ImportedTask.CUSTOM + id;
        }
    }

    /** Returns its name in the database. */
    String wireName();

    /** Finds what has a name, empty for one that this version does not know. */
    static Optional<Fillable> find(String wireName) {
        return wireName.startsWith(ImportedTask.CUSTOM)
                ? Optional.of(new Custom(UUID.fromString(wireName.substring(ImportedTask.CUSTOM.length()))))
                : TaskField.find(wireName).map(Fillable.class::cast);
    }
}
