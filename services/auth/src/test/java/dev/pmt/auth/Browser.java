package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A browser as far as auth can tell: it keeps cookies and sends forms back with their hidden fields. */
final class Browser {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final RunningAuth auth;
    private final Map<String, String> cookies;

    Browser(RunningAuth auth) {
        this(auth, Map.of());
    }

    Browser(RunningAuth auth, Map<String, String> cookies) {
        this.auth = auth;
        this.cookies = new HashMap<>(cookies);
    }

    HttpResponse<String> get(String path) {
        return send(Http.to(auth, path).GET());
    }

    /** Opens the page, fills in the fields and sends the form. */
    HttpResponse<String> submit(String path, Map<String, String> fields) {
        var page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        return post(path, page.body(), fields);
    }

    /** Sends the form of a page that was fetched before. */
    HttpResponse<String> post(String path, String page, Map<String, String> fields) {
        var all = new HashMap<>(hidden(page));
        all.putAll(fields);
        return send(Http.postForm(auth, path, all));
    }

    HttpResponse<String> signIn(Person person) {
        return submit("/auth/sign-in", Map.of("email", person.email(), "password", person.password()));
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = Http.send(request);
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    static Map<String, String> hidden(String page) {
        var fields = new HashMap<String, String>();
        var matcher = HIDDEN.matcher(page);
        while (matcher.find()) {
            fields.put(matcher.group(1), HtmlUtils.htmlUnescape(matcher.group(2)));
        }
        return fields;
    }

    private void keep(String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
