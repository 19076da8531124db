package dev.pmt.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The one page that the edge renders itself: a sign-in that did not come to its end. */
final class SignInPage {

    private static final String FAILED = """
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
                  <p>It took too long, was started in another browser, or was cancelled.</p>
                  <p><a href="/session/sign-in">Sign in again</a></p>
                </main>
              </body>
            </html>
            """;

    private SignInPage() {}

    static Future<Void> failed(HttpServerRequest request) {
        return request.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(FAILED);
    }
}
