package dev.pmt.api.wire;

import java.util.Locale;

/** Names of enum constants in JSON, CSV and the database: in lower case, their words joined by hyphens. */
public final class WireName {

    private WireName() {}

    /** Returns the name of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the constant of a name that is known to be right, as in a row of the database. */
    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
