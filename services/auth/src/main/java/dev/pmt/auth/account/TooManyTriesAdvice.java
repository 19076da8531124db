package dev.pmt.auth.account;

import dev.pmt.shared.service.Problem;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells a client how long to wait before it guesses again. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class TooManyTriesAdvice {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> paused(TooManyTries refusal) {
        var problem = Problem.of(
                429,
                "too-many-tries",
                "Too Many Requests",
                "Too many wrong passwords in a row; wait " + refusal.seconds() + " seconds, then try again.");
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }
}
