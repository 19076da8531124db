package dev.pmt.auth.pages;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows a page, not JSON, when a page fails. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(assignableTypes = {SignInController.class, LinkController.class, SignOutController.class})
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final PageAnswers answers;

    PageErrors(PageAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<String> databaseAway(Exception e) {
        log.error("Page failed: the database does not answer", e);
        return answers.message(HttpStatus.SERVICE_UNAVAILABLE, Message.BROKEN);
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(InvalidParameterException e) {
        return answers.message(HttpStatus.valueOf(e.getErrorCode()), Message.UNREADABLE);
    }

    @ExceptionHandler
    ResponseEntity<String> rejected(RequestRejectedException e) {
        return answers.message(HttpStatus.BAD_REQUEST, Message.UNREADABLE);
    }

    @ExceptionHandler
    ResponseEntity<String> unsupported(HttpMediaTypeException e) {
        return answers.message(HttpStatus.valueOf(e.getStatusCode().value()), Message.UNREADABLE);
    }

    @ExceptionHandler
    ResponseEntity<String> failed(Exception e) {
        log.error("Page failed", e);
        return answers.message(HttpStatus.INTERNAL_SERVER_ERROR, Message.BROKEN);
    }
}
