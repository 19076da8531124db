package dev.pmt.auth.credentials;

import dev.pmt.auth.users.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All passwords, as hashes, in the table {@code credentials}. */
@Repository
public class Credentials {

    private final JdbcClient jdbc;
    private final PasswordHashes hashes;
    private final Clock clock;

    Credentials(JdbcClient jdbc, PasswordHashes hashes, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** Hashes a password; slow on purpose, so do it outside a transaction. */
    public HashedPassword hash(String password) {
        return new HashedPassword(hashes.hash(password));
    }

    /** Sets the person's password. */
    public void set(UserId user, HashedPassword password) {
        jdbc.sql("""
                        insert into credentials (user_id, password_hash, changed_at) values (:user, :hash, :now)
                        on conflict (user_id) do update
                           set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                        """)
                .param("user", user.value())
                .param("hash", password.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Answers whether this is the person's password; takes as long when there is no such person. */
    boolean verify(@Nullable UserId user, String password) {
        return hashes.matches(password, user == null ? null : find(user).orElse(null));
    }

    private Optional<String> find(UserId user) {
        return jdbc.sql("select password_hash from credentials where user_id = :user")
                .param("user", user.value())
                .query(String.class)
                .optional();
    }

    /** An Argon2id hash in its standard text form. */
    public record HashedPassword(String value) {

        /** Leaves the hash out. */
        @Override
        public String toString() {
            return "HashedPassword[]";
        }
    }
}
