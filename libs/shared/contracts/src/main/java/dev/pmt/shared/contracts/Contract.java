package dev.pmt.shared.contracts;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers against an OpenAPI file. */
public final class Contract implements FuzzJudge {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenApiInteractionValidator validator;
    private final AtomicInteger checked = new AtomicInteger();

    /** Reads the file. */
    public Contract(Path file) {
        try {
            validator = OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(file))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds one answer, bytes or a text, against the file. @throws AssertionError when it is not what the file promises */
    public void check(String method, String path, HttpResponse<?> response) {
        var body = response.body() instanceof byte[] bytes
                ? bytes
                : String.valueOf(response.body()).getBytes(StandardCharsets.UTF_8);
        var builder = SimpleResponse.Builder.status(response.statusCode()).withBody(body);
        response.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":")) {
                builder.withHeader(name, values);
            }
        });
        var plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        var report = validator.validateResponse(
                plain, Request.Method.valueOf(method.toUpperCase(Locale.ROOT)), builder.build());
        checked.incrementAndGet();
        if (report.hasErrors()) {
            throw new AssertionError(method + " " + path + " broke the contract: " + report.getMessages());
        }
    }

    /** Returns how many answers were checked. */
    public int checked() {
        return checked.get();
    }

    /** Wants of a success what the file promises, and of a refusal a complete problem (RFC 9457). */
    @Override
    public Optional<String> fault(FuzzRequest request, HttpResponse<byte[]> response) {
        if (request.method().equals("HEAD") || request.method().equals("OPTIONS")) {
            return Optional.empty();
        }
        return response.statusCode() < 400 ? undeclared(request, response) : noProblem(response);
    }

    private Optional<String> undeclared(FuzzRequest request, HttpResponse<byte[]> response) {
        try {
            check(request.method(), request.path(), response);
            return Optional.empty();
        } catch (AssertionError | IllegalArgumentException e) {
            return Optional.of("undeclared " + response.statusCode() + " " + e.getMessage());
        }
    }

    private static Optional<String> noProblem(HttpResponse<byte[]> response) {
        var text = new String(response.body(), StandardCharsets.UTF_8);
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.equals("application/problem+json") || !text.startsWith("{")) {
            return Optional.of("no problem " + response.statusCode() + " " + type + " " + text);
        }
        var problem = JSON.readTree(text);
        return problem.at("/status").asInt() == response.statusCode()
                        && !problem.at("/code").asString().isEmpty()
                ? Optional.empty()
                : Optional.of("incomplete " + text);
    }
}
