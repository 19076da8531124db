package dev.pmt.auth.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys in the table {@code signing_keys}: public part plain, private part sealed. */
@Repository
class SigningKeyStore {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final KeySeal seal;
    private final Clock clock;

    SigningKeyStore(JdbcClient jdbc, KeySeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** Returns all keys that are published, newest first. */
    List<SigningKey> all() {
        return jdbc.sql("select * from signing_keys order by signs_from desc, kid")
                .query(this::key)
                .list();
    }

    /** Makes the first key; waits for another process that does the same. */
    void createFirst() {
        lock();
        if (all().isEmpty()) {
            add(generate(), clock.instant());
        }
    }

    /** Adds a key that takes over after that time; answers the one that is waiting already, if there is one. */
    SigningKey addSuccessor(Duration propagation) {
        lock();
        var newest = all().getFirst();
        if (newest.signsFrom().isAfter(clock.instant())) {
            return newest;
        }
        var takesOver = clock.instant().plus(propagation);
        jdbc.sql("update signing_keys set retired_at = :then where retired_at is null")
                .param("then", utc(takesOver))
                .update();
        add(generate(), takesOver);
        return all().getFirst();
    }

    /** Deletes the keys that have signed nothing for so long. */
    void deleteRetired(Duration since) {
        jdbc.sql("delete from signing_keys where retired_at < :before")
                .param("before", utc(clock.instant().minus(since)))
                .update();
    }

    private void lock() {
        jdbc.sql("lock table signing_keys in exclusive mode").update();
    }

    private void add(RSAKey key, Instant signsFrom) {
        try {
            jdbc.sql("""
                            insert into signing_keys (kid, public_key, private_key_sealed, created_at, signs_from)
                            values (:kid, :publicKey, :sealed, :now, :signsFrom)
                            """)
                    .param("kid", key.getKeyID())
                    .param("publicKey", key.toRSAPublicKey().getEncoded())
                    .param("sealed", seal.seal(key.toRSAPrivateKey().getEncoded(), key.getKeyID()))
                    .param("now", utc(clock.instant()))
                    .param("signsFrom", utc(signsFrom))
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException("a generated key must be an RSA key pair", e);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("an RSA key could not be made", e);
        }
    }

    private SigningKey key(ResultSet row, int number) throws SQLException {
        var kid = row.getString("kid");
        try {
            var factory = KeyFactory.getInstance("RSA");
            var publicKey = (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(row.getBytes("public_key")));
            var privateKey = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(seal.open(row.getBytes("private_key_sealed"), kid)));
            var pair = new RSAKey.Builder(publicKey)
                    .privateKey(privateKey)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .build();
            return new SigningKey(
                    pair, row.getObject("signs_from", OffsetDateTime.class).toInstant());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key must be an RSA key: " + kid, e);
        }
    }
}
