package dev.pmt.server;

import java.util.List;

/** Writes {@code docs/data-ownership.md} from what the catalogue says. */
final class DataOwnership {

    private DataOwnership() {}

    /** Renders rows of the form {@code schema|table|comment}, sorted. */
    static String render(List<String> tables) {
        var page = new StringBuilder("""
                # Who owns which table

                Generated from the database's catalogue; a test compares. The owner is the only service that reads or writes a table:
                its role has no rights in another schema.

                | owner | table | holds |
                |---|---|---|
                """);
        for (var table : tables) {
            var columns = table.split("\\|", 3);
            page.append("| `%s` | `%s` | %s |\n".formatted(columns[0], columns[1], columns[2]));
        }
        return page.toString();
    }
}
