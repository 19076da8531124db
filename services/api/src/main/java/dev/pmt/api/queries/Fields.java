package dev.pmt.api.queries;

import java.util.List;
import java.util.Optional;

/** All fields that queries may name. */
public record Fields(List<Field> all) {

    /** Finds a field by one of its names. */
    public Optional<Field> find(String name) {
        return all.stream().filter(field -> field.answersTo(name)).findFirst();
    }

    /** Returns the names of fields for clauses, or for an order. */
    public List<String> names(boolean forOrder) {
        return all.stream()
                .filter(forOrder ? Field::orders : Field::filters)
                .map(Field::name)
                .toList();
    }
}
