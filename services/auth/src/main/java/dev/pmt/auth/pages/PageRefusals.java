package dev.pmt.auth.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Shows people in plain words why a request under {@code /auth} got no further than the door. */
@Component
public class PageRefusals {

    private final Pages pages;

    PageRefusals(Pages pages) {
        this.pages = pages;
    }

    /** Answers a visitor who asks for something that is not there. */
    public void notFound(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        write(response, HttpStatus.NOT_FOUND, Message.NOT_FOUND);
    }

    /** Answers a form without its token, or a signed-in person who asks for something that is not there. */
    public void refused(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException) {
            write(response, HttpStatus.FORBIDDEN, Message.FORM_EXPIRED);
        } else {
            write(response, HttpStatus.NOT_FOUND, Message.NOT_FOUND);
        }
    }

    private void write(HttpServletResponse response, HttpStatus status, Message message) throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(pages.render(message).getBytes(StandardCharsets.UTF_8));
    }
}
