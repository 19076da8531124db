package dev.pmt.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds answers against {@code contract/openapi.yaml}. */
final class Contract {

    static final Path FILE = Path.of("contract", "openapi.yaml");

    private static final AtomicInteger CHECKED = new AtomicInteger();
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(text()).build();

    private Contract() {}

    static void check(String method, String path, HttpResponse<byte[]> response) {
        var builder = SimpleResponse.Builder.status(response.statusCode()).withBody(response.body());
        response.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":")) {
                builder.withHeader(name, values);
            }
        });
        var plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        var report = VALIDATOR.validateResponse(
                plain, Request.Method.valueOf(method.toUpperCase(Locale.ROOT)), builder.build());
        CHECKED.incrementAndGet();
        if (report.hasErrors()) {
            throw new AssertionError(method + " " + path + " broke the contract: " + report.getMessages());
        }
    }

    static int checked() {
        return CHECKED.get();
    }

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
