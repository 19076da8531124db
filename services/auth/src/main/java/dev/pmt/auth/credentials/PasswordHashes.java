package dev.pmt.auth.credentials;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes and checks Argon2id hashes, only so many at a time, and takes as long for nobody's password as for somebody's. */
@Component
class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore permits;
    private final String nobody;

    PasswordHashes(PasswordSettings settings) {
        this.encoder = new Argon2PasswordEncoder(
                SALT_BYTES,
                HASH_BYTES,
                settings.parallelism(),
                Math.toIntExact(settings.memory().toKilobytes()),
                settings.iterations());
        this.permits = new Semaphore(settings.atOnce(), true);
        this.nobody = hash("nobody's password");
    }

    String hash(String password) {
        return limited(() -> encoder.encode(password));
    }

    /** Compares with the hash; without one, or for what no password can be, it does the same work and answers false. */
    boolean matches(String password, @Nullable String hash) {
        var known = hash != null && PasswordRule.isUnicode(password);
        var matches = limited(() -> encoder.matches(known ? password : "", known ? hash : nobody));
        return matches && known;
    }

    private <T> T limited(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
