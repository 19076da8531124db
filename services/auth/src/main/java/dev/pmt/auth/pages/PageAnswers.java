package dev.pmt.auth.pages;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a page or with the way to one. */
@Component
class PageAnswers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Pages pages;

    PageAnswers(Pages pages) {
        this.pages = pages;
    }

    /** Shows a form: 200 when it is fresh, 422 when something in it is wrong. */
    ResponseEntity<String> form(Form form) {
        return html(form.invalid() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
                .body(pages.render(form));
    }

    /** Shows a form that may not be sent again for so many seconds. */
    ResponseEntity<String> paused(Form form, long seconds) {
        return html(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(pages.render(form));
    }

    ResponseEntity<String> message(HttpStatus status, Message message) {
        return html(status).body(pages.render(message));
    }

    static ResponseEntity<String> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    private static ResponseEntity.BodyBuilder html(HttpStatus status) {
        return ResponseEntity.status(status).contentType(HTML).cacheControl(CacheControl.noStore());
    }
}
