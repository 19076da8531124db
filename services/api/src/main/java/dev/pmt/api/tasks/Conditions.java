package dev.pmt.api.tasks;

import java.util.HashMap;
import java.util.Map;

/** The conditions of one query, all of which must hold, with their named parameters. */
final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> params = new HashMap<>();

    /** Adds a condition written by the program, never by a caller. */
    Conditions add(String condition) {
        sql.append(" AND ").append(condition);
        return this;
    }

    /** Adds a condition with a parameter. */
    Conditions add(String condition, String name, Object value) {
        return add(condition).with(name, value);
    }

    /** Gives a condition a further parameter. */
    Conditions with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> params() {
        return params;
    }
}
