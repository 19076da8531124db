package dev.pmt.web;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the client, ready to be sent.
 *
 * @param gzip the compressed form, when it is worth it
 * @param etag strong validator, the same for both forms' content
 */
record Asset(Buffer content, Optional<Buffer> gzip, String mediaType, String etag, String cacheControl) {

    private static final String TEXT = "; charset=utf-8";
    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html" + TEXT),
            Map.entry("js", "text/javascript" + TEXT),
            Map.entry("css", "text/css" + TEXT),
            Map.entry("svg", "image/svg+xml" + TEXT),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain" + TEXT),
            Map.entry("map", "application/json"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"));

    /** File names under assets/ hold a hash of the content, so they never change; all others must be asked for again. */
    static Asset of(String path, byte[] content) {
        var type = MEDIA_TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), UNKNOWN);
        var compressed = isText(type) ? Optional.of(gzip(content)) : Optional.<Buffer>empty();
        return new Asset(
                Buffer.buffer(content),
                compressed.filter(buffer -> buffer.length() < content.length),
                type,
                etag(content),
                path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static boolean isText(String type) {
        return type.endsWith(TEXT) || type.endsWith("json");
    }

    private static Buffer gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static String etag(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
