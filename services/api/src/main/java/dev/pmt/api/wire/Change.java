package dev.pmt.api.wire;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One field of a JSON merge patch (RFC 7396): absent leaves the value as it is, null empties it.
 *
 * @param present whether the field was in the patch
 * @param value the new value, null for an absent field too
 */
@JsonDeserialize(using = ChangeDeserializer.class)
public record Change<T>(boolean present, @Nullable T value) {

    private static final Change<?> ABSENT = new Change<>(false, null);

    /** Returns the field that was not in the patch. */
    @SuppressWarnings("unchecked")
    public static <T> Change<T> absent() {
        return (Change<T>) ABSENT;
    }

    /** Returns a field with a new value. */
    public static <T> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** Returns the value after the patch, for a field that can be empty. */
    public @Nullable T over(@Nullable T current) {
        return present ? value : current;
    }

    /** Returns the value after the patch, for a field that always has one; null must have been refused before. */
    public T overRequired(T current) {
        return present ? Objects.requireNonNull(value) : current;
    }

    /** Notes a fault when the patch empties a field that always has a value. */
    public boolean checkNotNull(Faults faults, String field) {
        faults.check(!present || value != null, field, field + " must not be null");
        return present && value != null;
    }
}
