package dev.pmt.auth.links;

import dev.pmt.auth.users.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All one-time links, in the table {@code one_time_links}; a new one voids the older ones for the same purpose. */
@Repository
class OneTimeLinks {

    private static final String FIRST_ADMINISTRATOR = "first-administrator";
    private static final String INVITATION = "invitation";
    private static final String PASSWORD_RESET = "password-reset";

    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds a link and returns when it expires. */
    Instant addForFirstAdministrator(LinkToken token, Duration lifetime) {
        return add(token, FIRST_ADMINISTRATOR, null, lifetime);
    }

    /** Adds a link and returns when it expires. */
    Instant addForInvited(LinkToken token, UserId user, Duration lifetime) {
        return add(token, INVITATION, user.value(), lifetime);
    }

    /** Adds a link and returns when it expires. */
    Instant addForReset(LinkToken token, UserId user, Duration lifetime) {
        return add(token, PASSWORD_RESET, user.value(), lifetime);
    }

    /** Voids all links of a person that still work. */
    void voidAll(UserId user) {
        jdbc.sql("""
                        update one_time_links set voided_at = :now
                         where user_id = :user and used_at is null and voided_at is null
                        """).param("now", now()).param("user", user.value()).update();
    }

    /** Finds a link that still works; its person is empty for the first administrator. */
    Optional<OpenLink> findOpen(LinkToken token) {
        return jdbc.sql("""
                        select user_id, purpose from one_time_links
                         where token_hash = :hash and used_at is null and voided_at is null and expires_at > :now
                        """)
                .param("hash", token.hash())
                .param("now", now())
                .query((row, number) -> new OpenLink(
                        Optional.ofNullable(row.getObject("user_id", UUID.class))
                                .map(UserId::new),
                        PASSWORD_RESET.equals(row.getString("purpose"))))
                .optional();
    }

    /** Uses the link up; answers false when it does not work any more, so of two at once only one gets through. */
    boolean use(LinkToken token) {
        return jdbc.sql("""
                        update one_time_links set used_at = :now
                         where token_hash = :hash and used_at is null and voided_at is null and expires_at > :now
                        """).param("hash", token.hash()).param("now", now()).update() == 1;
    }

    private Instant add(LinkToken token, String purpose, @Nullable UUID user, Duration lifetime) {
        var now = now();
        var expiresAt = now.plus(lifetime);
        jdbc.sql("""
                        update one_time_links set voided_at = :now
                         where purpose = :purpose and user_id is not distinct from cast(:user as uuid)
                           and used_at is null and voided_at is null
                        """)
                .param("now", now)
                .param("purpose", purpose)
                .param("user", user)
                .update();
        jdbc.sql("""
                        insert into one_time_links (token_hash, purpose, user_id, created_at, expires_at)
                        values (:hash, :purpose, cast(:user as uuid), :now, :expiresAt)
                        """)
                .param("hash", token.hash())
                .param("purpose", purpose)
                .param("user", user)
                .param("now", now)
                .param("expiresAt", expiresAt)
                .update();
        return expiresAt.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A link that works, and for whom. */
    record OpenLink(Optional<UserId> user, boolean resetsPassword) {}
}
