package dev.pmt.api.attachments;

import dev.pmt.shared.web.ProblemException;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Answers when bytes cannot be stored, which is nobody's mistake who asks. */
final class StoreFailure {

    private static final Logger log = LoggerFactory.getLogger(StoreFailure.class);

    private StoreFailure() {}

    /** Logs why the store failed and makes the answer (503). */
    static ProblemException of(IOException cause) {
        log.error("The store of attachments cannot be used", cause);
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "attachments-unavailable",
                "The file could not be stored; try again later, or tell an administrator.",
                Duration.ofSeconds(30));
    }

    /** Makes the answer of an installation that has no store (503). */
    static ProblemException none() {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "attachments-unavailable",
                "This installation stores no files: an administrator must set pmt.attachments.folder or pmt.attachments.s3.url.");
    }
}
