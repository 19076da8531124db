package dev.pmt.web;

import dev.pmt.shared.service.Problem;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers with the client's files, and with its page for every view that the client knows and we need not. */
record StaticFiles(WebRoot root, String version, String startedAt) implements Handler<HttpServerRequest> {

    @Override
    public void handle(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            request.response().putHeader("allow", "GET, HEAD");
            problem(request, Problem.of(405, "method-not-allowed", "Method Not Allowed", "Files can only be read."));
            return;
        }
        switch (request.path()) {
            case "/actuator/health" -> json(request, new JsonObject().put("status", "UP"));
            case "/actuator/info" ->
                json(request, new JsonObject().put("version", version).put("startedAt", startedAt));
            default -> file(request);
        }
    }

    private void file(HttpServerRequest request) {
        var found = root.find(request.path());
        if (found.isPresent()) {
            send(request, found.get());
        } else if (isNavigation(request)) {
            send(request, root.index());
        } else {
            problem(request, Problem.of(404, "not-found", "Not Found", "There is nothing at this address."));
        }
    }

    private static boolean isNavigation(HttpServerRequest request) {
        var path = request.path();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") && path.indexOf('.', path.lastIndexOf('/')) < 0;
    }

    private static void send(HttpServerRequest request, Asset asset) {
        var response = request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, asset.cacheControl())
                .putHeader(HttpHeaders.ETAG, asset.etag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(asset.etag())) {
            response.setStatusCode(304).end();
            return;
        }
        var body = asset.content();
        if (asset.gzip().isPresent() && acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            body = asset.gzip().get();
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        end(request, body);
    }

    private static boolean acceptsGzip(@Nullable String header) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.startsWith("gzip") && !coding.matches("gzip;q=0(\\.0*)?"));
    }

    private static void json(HttpServerRequest request, JsonObject content) {
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        end(request, content.toBuffer());
    }

    private static void problem(HttpServerRequest request, Problem problem) {
        request.response().setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        end(request, new JsonObject(problem.body()).toBuffer());
    }

    private static void end(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.HEAD)) {
            request.response()
                    .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                    .end();
        } else {
            request.response().end(body);
        }
    }
}
