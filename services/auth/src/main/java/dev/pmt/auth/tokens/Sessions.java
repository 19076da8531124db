package dev.pmt.auth.tokens;

import dev.pmt.auth.users.Access;
import dev.pmt.auth.users.UserId;
import dev.pmt.auth.users.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person's sign-ins in browsers: the authorizations that still have a refresh token. Ending one also makes every
 * browser that is signed in at auth ask for the password again, or it would get itself another without a word.
 */
@Repository
public class Sessions implements Access {

    /** The claim that names the session (OpenID Connect Front-Channel Logout 1.0, section 3). */
    public static final String CLAIM = "sid";

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Users users;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sessions(JdbcClient jdbc, Users users, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.users = users;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Lists the sessions that can still be used, the last used first. */
    public List<Session> of(UserId user) {
        return jdbc.sql("""
                        select id, code_issued_at, refresh_issued_at, user_agent from authorizations
                         where user_id = :user and not refresh_void and refresh_expires_at > :now
                         order by refresh_issued_at desc, id
                         limit :most
                        """)
                .param("user", user.value())
                .param("now", AuthorizationParameters.utc(clock.instant()))
                .param("most", MOST)
                .query(Sessions::session)
                .list();
    }

    /** Ends one session; answers false when the person has no such session. */
    public boolean end(UserId user, UUID session) {
        return transaction.execute(status -> {
            users.lock(user);
            var ended = jdbc.sql("delete from authorizations where user_id = :user and id = :id")
                            .param("user", user.value())
                            .param("id", session.toString())
                            .update()
                    == 1;
            if (ended) {
                voidSignIns(user);
            }
            return ended;
        });
    }

    @Override
    public void endFor(UserId user) {
        endAllBut(user, null);
    }

    /** Ends all sessions except the named one. */
    public void endAllBut(UserId user, @Nullable String kept) {
        transaction.executeWithoutResult(status -> {
            voidSignIns(user);
            jdbc.sql("delete from authorizations where user_id = :user and id is distinct from cast(:kept as text)")
                    .param("user", user.value())
                    .param("kept", kept)
                    .update();
        });
    }

    private void voidSignIns(UserId user) {
        users.voidSignIns(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                UUID.fromString(row.getString("id")),
                row.getObject("code_issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("refresh_issued_at", OffsetDateTime.class).toInstant(),
                row.getString("user_agent"));
    }

    /**
     * One sign-in in a browser.
     *
     * @param lastUsedAt when its tokens were last renewed
     * @param userAgent what the browser called itself, at most 200 characters
     */
    public record Session(
            UUID id,
            Instant createdAt,
            Instant lastUsedAt,
            @Nullable String userAgent) {}
}
