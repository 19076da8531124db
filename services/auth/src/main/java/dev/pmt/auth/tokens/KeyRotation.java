package dev.pmt.auth.tokens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces signing keys without signing anybody out: a new key is published at once and signs only when every cache can
 * have it; the old one stays published until the last token that it signed has expired.
 */
@Component
public class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    /** The framework's fixed lifetime of an ID token. */
    private static final Duration ID_TOKEN = Duration.ofMinutes(30);

    private final SigningKeyStore store;
    private final SigningKeys keys;
    private final RotationSettings settings;
    private final Duration retention;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeyRotation(
            SigningKeyStore store,
            SigningKeys keys,
            RotationSettings settings,
            TokenSettings tokens,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.keys = keys;
        this.settings = settings;
        this.retention = (tokens.access().compareTo(ID_TOKEN) > 0 ? tokens.access() : ID_TOKEN).plus(settings.slack());
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes a new signing key, unless one is waiting for its time already. */
    public Successor rotate() {
        var successor = transaction.execute(status -> store.addSuccessor(settings.propagation()));
        keys.reload();
        log.info("Signing key {} signs from {}", successor.pair().getKeyID(), successor.signsFrom());
        return new Successor(successor.pair().getKeyID(), successor.signsFrom());
    }

    /** Deletes keys that nothing depends on, replaces one that is old, and learns what other processes did. */
    @Scheduled(fixedDelayString = "${pmt.auth.keys.check:1m}")
    void check() {
        store.deleteRetired(retention);
        keys.reload();
        var newest = keys.newest();
        if (!newest.signsFrom().plus(settings.rotateEvery()).isAfter(clock.instant())) {
            rotate();
        }
    }

    /** The key that takes over at that moment. */
    public record Successor(String kid, Instant signsFrom) {}
}
