package dev.pmt.auth.apitokens;

import java.util.List;
import java.util.Locale;

/** What an API token may do of all that its owner may. */
enum Scope {
    READ,
    WRITE;

    /** Both, since whoever may write may read. */
    static final List<Scope> ALL = List.of(READ, WRITE);

    /** Only to look. */
    static final List<Scope> READ_ONLY = List.of(READ);

    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
