package dev.pmt.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The one page that the edge renders itself: a sign-in that did not come to its end. */
final class SignInPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Sign-in not completed · PMT</title>
              </head>
              <body>
                <main>
                  <h1>Sign-in was not completed</h1>
                  <p>{reason}</p>
                  <p><a href="/session/sign-in">Sign in again</a></p>
                </main>
              </body>
            </html>
            """;

    private SignInPage() {}

    /** Answers 400: the attempt cannot be finished, another one can be begun. */
    static Future<Void> failed(HttpServerRequest request) {
        return send(request, 400, "It took too long, was started in another browser, or was cancelled.");
    }

    /** Answers 503: nothing was wrong with the attempt. */
    static Future<Void> unavailable(HttpServerRequest request) {
        request.response().putHeader("retry-after", "2");
        return send(request, 503, "The sign-in service does not answer at the moment. Please try again soon.");
    }

    private static Future<Void> send(HttpServerRequest request, int status, String reason) {
        return request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(PAGE.replace("{reason}", reason));
    }
}
