package dev.pmt.shared.contracts;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One request as it is sent. */
@SuppressWarnings("ArrayRecordComponent")
public record FuzzRequest(FuzzCaller caller, String method, String path, Map<String, String> headers, byte[] body) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int SHOWN = 300;
    private static final int LONG = 20;

    HttpRequest over(URI address) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (!caller.authorization().isEmpty()) {
            request.setHeader("Authorization", caller.authorization());
        }
        return request.build();
    }

    /** Leaves out what the address held: it may come back, in a problem's detail or a redirect; bodies may not. */
    String withoutAddress(String answer) {
        var rest = answer;
        for (var part : path.split("[/?&=]", -1)) {
            var text = URLDecoder.decode(part, StandardCharsets.UTF_8);
            rest = text.length() < LONG ? rest : rest.replace(text, "");
        }
        return rest;
    }

    @Override
    public String toString() {
        var text = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
        var shown = path.length() > SHOWN ? path.substring(0, SHOWN) + "…" : path;
        return method + " " + shown + " " + headers + " " + text;
    }
}
