package dev.pmt.api.idempotency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the wish to work under a key. */
sealed interface Claim {

    /** The key is this attempt's until its lease ends. */
    record Mine(RequestScope scope, UUID id) implements Claim {}

    /** Another attempt works under the key; the fingerprint of a streamed body is not known yet. */
    record InUse(@Nullable String fingerprint) implements Claim {}

    /** The work was done before. */
    record Done(String fingerprint, KeptAnswer answer) implements Claim {}
}
