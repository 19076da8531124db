package dev.pmt.gateway.traffic;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/** An answer to compare. */
public record Snapshot(int status, String contentType, Buffer body) {

    /** Returns the same with another body. */
    public Snapshot with(Buffer other) {
        return new Snapshot(status, contentType, other);
    }

    boolean isJson() {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || type.endsWith("+json");
    }
}
