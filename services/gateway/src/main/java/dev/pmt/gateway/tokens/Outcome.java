package dev.pmt.gateway.tokens;

import dev.pmt.gateway.session.AccessToken;
import java.time.Duration;

/** What became of a personal API token. */
sealed interface Outcome {

    /** The JWT that stands for it. */
    record Accepted(AccessToken token) implements Outcome {}

    /** Auth does not know it (any more). */
    record Refused() implements Outcome {}

    /** Auth was not asked: too many of this address were refused. */
    record Guessing(Duration pause) implements Outcome {}

    /** Auth could not be asked, so nothing is known. */
    record Unknown() implements Outcome {}
}
