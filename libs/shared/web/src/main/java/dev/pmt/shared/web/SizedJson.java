package dev.pmt.shared.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON answers whole, with their length, instead of in chunks: one packet where there were two, here and again at
 * the edge, and an object that cannot be written becomes a problem instead of half an answer. No cache keeps them.
 */
final class SizedJson extends JacksonJsonHttpMessageConverter {

    private static final List<String> NO_STORE = List.of("no-store");
    private static final int USUAL_SIZE = 16_384;

    SizedJson(JsonMapper json) {
        super(json);
    }

    private record Buffered(OutputStream body, HttpHeaders headers) implements HttpOutputMessage {

        @Override
        public OutputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    @Override
    protected void writeInternal(
            Object object, ResolvableType type, HttpOutputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        super.writeInternal(object, type, new Buffered(bytes, message.getHeaders()), hints);
        var headers = message.getHeaders();
        headers.setContentLength(bytes.size());
        headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, NO_STORE);
        headers.set("X-Content-Type-Options", "nosniff");
        bytes.writeTo(message.getBody());
    }
}
