package dev.pmt.cli;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/**
 * How an import ended.
 *
 * @param run the import in its final state
 * @param errors the first page of rejected rows
 */
record ImportReport(JsonNode run, JsonNode errors) {

    static ImportReport of(JsonNode run, Connection pmt) {
        var id = run.required("id").asString();
        return new ImportReport(
                run, pmt.get("/api/v1/imports/" + id + "/errors?limit=20").json());
    }

    /** Prints counts and rejected rows; returns the exit code, 0 when every row was taken. */
    int print(PrintWriter out) {
        var rows = run.required("rows");
        out.printf(
                "%s%d rows: %d created, %d updated, %d unchanged, %d rejected%n",
                run.required("dryRun").asBoolean() ? "Dry run, nothing written. " : "",
                count(rows, "read"),
                count(rows, "created"),
                count(rows, "updated"),
                count(rows, "unchanged"),
                count(rows, "rejected"));
        for (var error : errors.required("items")) {
            out.printf(
                    "  line %d %s: %s%n",
                    error.required("line").asInt(),
                    error.path("key").asString(""),
                    error.required("message").asString());
        }
        var left = count(rows, "rejected") - errors.required("items").size();
        if (left > 0) {
            out.println("  and " + left + " more");
        }
        var failure = run.path("error").path("message").asString("");
        if (!failure.isEmpty()) {
            out.println("The file could not be read: " + failure);
        }
        out.flush();
        return failure.isEmpty() && count(rows, "rejected") == 0 ? 0 : 1;
    }

    private static int count(JsonNode rows, String name) {
        return rows.required(name).asInt();
    }
}
