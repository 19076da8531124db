package dev.pmt.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One request as it is sent. */
@SuppressWarnings("ArrayRecordComponent")
record FuzzRequest(FuzzWorld.Person person, String method, String path, Map<String, String> headers, byte[] body) {

    HttpRequest over(URI address) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + person.client().token());
        headers.forEach(request::header);
        return request.build();
    }

    @Override
    public String toString() {
        var text = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
        var shown = path.length() > 300 ? path.substring(0, 300) + "…" : path;
        return method + " " + shown + " " + headers + " " + text;
    }
}
