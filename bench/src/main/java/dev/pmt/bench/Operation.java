package dev.pmt.bench;

import java.util.List;

/**
 * One kind of request in three forms.
 *
 * @param name what it does
 * @param pmt makes PMT's request
 * @param bare makes the baseline's request
 * @param script the baseline's SQL for pgbench
 */
record Operation(String name, Maker pmt, Maker bare, String script) {

    private static final String TITLE = "Made while measuring";

    /** Makes the bytes of the n-th request with a token. */
    interface Maker {
        byte[] request(String token, int n);
    }

    /** Returns list, get and create in a project with this many tasks. */
    static List<Operation> of(String key, int tasks) {
        var bare = "/api/v1/bare?project=" + key;
        return List.of(
                new Operation(
                        "list",
                        (token, n) -> get("/api/v1/projects/" + key + "/tasks?limit=25", token),
                        (token, n) -> get(bare, token),
                        PgBench.script(BareStatements.LIST, ":project") + ";"),
                new Operation(
                        "get",
                        (token, n) -> get("/api/v1/tasks/" + key + "-" + (1 + Math.floorMod(n, tasks)), token),
                        (token, n) -> get(bare + "&number=" + (1 + Math.floorMod(n, tasks)), token),
                        "\\set number random(1, " + tasks + ")\n"
                                + PgBench.script(BareStatements.GET, ":project", ":number") + ";"),
                new Operation(
                        "create",
                        (token, n) -> post(
                                "/api/v1/projects/" + key + "/tasks",
                                token,
                                "application/json",
                                "{\"title\":\"" + TITLE + "\"}"),
                        (token, n) -> post(bare, token, "text/plain", TITLE),
                        creation()));
    }

    /** The one difference to the baseline: pgbench cannot make the task's id, so the server does. */
    private static String creation() {
        return "BEGIN;\n" + PgBench.script(BareStatements.COUNT, ":project") + " \\gset\n"
                + PgBench.script(
                        BareStatements.INSERT, "uuidv7()", ":id", ":counter", "'" + TITLE + "'", ":id", ":counter")
                + ";\nCOMMIT;";
    }

    private static byte[] get(String path, String token) {
        return HttpLoad.request("GET", path, token, "", "");
    }

    private static byte[] post(String path, String token, String contentType, String body) {
        return HttpLoad.request("POST", path, token, contentType, body);
    }
}
