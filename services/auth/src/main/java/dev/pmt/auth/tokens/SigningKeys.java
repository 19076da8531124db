package dev.pmt.auth.tokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that sign and verify tokens, read at start and whenever {@link KeyRotation} says so; made when there is none. */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private final SigningKeyStore store;
    private final Clock clock;
    private volatile List<SigningKey> keys;

    SigningKeys(SigningKeyStore store, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.clock = clock;
        if (store.all().isEmpty()) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> store.createFirst());
        }
        this.keys = store.all();
    }

    void reload() {
        keys = store.all();
    }

    SigningKey newest() {
        return keys.getFirst();
    }

    /** Returns the key that signs now: the newest whose time has come. */
    JWK signer() {
        var known = keys;
        var now = clock.instant();
        return known.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElse(known.getLast())
                .pair();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(
                new JWKSet(keys.stream().<JWK>map(SigningKey::pair).toList()));
    }
}
