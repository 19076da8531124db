package dev.pmt.shared.web;

import dev.pmt.shared.service.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception into one problem detail; what it does not know becomes a 500 without the exception's words. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException e) {
        return answer(e.problem(), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException e) {
        return answer(Problem.of(403, "forbidden", "Forbidden", Refusals.FORBIDDEN), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        var database = DatabaseOutage.isCauseOf(e);
        log.error("Request failed", e);
        if (database) {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "2");
            return answer(
                    Problem.of(
                            503,
                            "database-unavailable",
                            "Service Unavailable",
                            "The database does not answer. Nothing was saved; try again in a moment."),
                    headers);
        }
        return answer(
                Problem.of(
                        500,
                        "internal-error",
                        "Internal Server Error",
                        "Something went wrong on the server; the log has the details."),
                HttpHeaders.EMPTY);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> fieldError(error.getField(), error.getDefaultMessage()))
                .toList();
        return invalid(errors);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> fieldError(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "parameter"),
                                error.getDefaultMessage())))
                .toList();
        return invalid(errors);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(JsonProblems.explain(e.getCause()), HttpHeaders.EMPTY);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.resolve(status.value());
        var title = known == null ? "Error" : known.getReasonPhrase();
        var code = title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
        var detail = body instanceof org.springframework.http.ProblemDetail given && given.getDetail() != null
                ? given.getDetail()
                : title;
        return answer(Problem.of(status.value(), code, title, detail), headers);
    }

    private static Map<String, String> fieldError(String field, @Nullable String message) {
        return Map.of("field", field, "message", Objects.requireNonNullElse(message, "is not valid"));
    }

    private static ResponseEntity<Object> invalid(List<Map<String, String>> errors) {
        var detail = errors.stream()
                .map(error -> error.get("field") + " " + error.get("message"))
                .sorted()
                .collect(Collectors.joining("; "));
        return answer(
                new Problem(400, "invalid-request", "Bad Request", detail, Map.of("errors", errors)),
                HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }
}
