package dev.pmt.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A project whose board is measured.
 *
 * @param key of the project
 * @param cards on the board
 */
record Board(String key, int cards) {

    /** The answer's size in bytes: as JSON, on the wire to a browser, and as gzip would make it. */
    record Size(int json, int wire, int gzip) {}

    /** The request that the client makes for its first look. */
    String path() {
        return "/api/v1/projects/" + key + "/board?limit=50";
    }

    /** Imports the cards and makes sure that the board has them all. */
    void fill(Administrator administrator, Path folder) throws IOException, InterruptedException {
        administrator.importFile(key, BoardBacklog.write(folder, key, cards));
        var counted = 0;
        for (var column : administrator
                .api("GET", path(), "application/json", BodyPublishers.noBody())
                .required("columns")) {
            counted += column.required("count").asInt();
        }
        if (counted != cards) {
            throw new IOException("The board must have " + cards + " cards: " + counted);
        }
    }

    Size size(Administrator administrator) throws IOException, InterruptedException {
        var answer = administrator.compressed(path());
        var wire = answer.body();
        var zipped = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        var json = zipped ? new GZIPInputStream(new ByteArrayInputStream(wire)).readAllBytes() : wire;
        new JsonMapper().readTree(json).required("columns");
        return new Size(json.length, wire.length, zipped ? wire.length : gzip(json));
    }

    private static int gzip(byte[] json) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json);
        }
        return bytes.size();
    }
}
