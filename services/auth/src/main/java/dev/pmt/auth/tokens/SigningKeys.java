package dev.pmt.auth.tokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that sign and verify tokens, read once at start; made when there is none. */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private final JWKSet keys;

    SigningKeys(SigningKeyStore store, PlatformTransactionManager transactions) {
        if (store.inForce().isEmpty()) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> store.createFirst());
        }
        this.keys = new JWKSet(List.<JWK>copyOf(store.inForce()));
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys);
    }
}
