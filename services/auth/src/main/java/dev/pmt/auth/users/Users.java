package dev.pmt.auth.users;

import dev.pmt.shared.web.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All people, in the table {@code users}; {@link UserEdits} changes them. */
@Repository
public class Users {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers whether somebody beside this person can sign in as an administrator. */
    boolean anotherAdministers(UserId id) {
        return jdbc.sql("""
                        select exists (select from users join credentials on user_id = id
                                        where role = 'admin' and active and id <> :id)
                        """).param("id", id.value()).query(Boolean.class).single();
    }

    /** Finds a person and keeps others from changing them until the transaction ends. */
    public Optional<User> lock(UserId id) {
        return jdbc.sql("select * from users where id = :id for no key update")
                .param("id", id.value())
                .query(Users::user)
                .optional();
    }

    /** Makes browsers that are signed in already ask for the password before they get another session. */
    public void voidSignIns(UserId id, Instant before) {
        jdbc.sql("update users set sign_ins_void_before = :before where id = :id")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Finds a person who is active and whose sign-in of that moment still counts. */
    public Optional<User> findSignedIn(UserId id, Instant at) {
        return jdbc.sql("""
                        select * from users
                         where id = :id and active and (sign_ins_void_before is null or sign_ins_void_before <= :at)
                        """)
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Users::user)
                .optional();
    }

    /** Finds a person. */
    public Optional<User> find(UserId id) {
        return jdbc.sql("select * from users where id = :id")
                .param("id", id.value())
                .query(Users::user)
                .optional();
    }

    /** Finds the person with this e-mail address, in any case. */
    public Optional<User> find(Email email) {
        return jdbc.sql("select * from users where lower(email) = :key")
                .param("key", email.key())
                .query(Users::user)
                .optional();
    }

    /** Lists people, oldest first, after the given one. */
    public List<User> page(@Nullable UserId after, int limit) {
        return jdbc.sql("select * from users where id > :after order by id limit :limit")
                .param("after", after == null ? BEFORE_ALL : after.value())
                .param("limit", limit)
                .query(Users::user)
                .list();
    }

    /** Finds the active administrator who has been here longest; empty on a new installation. */
    public Optional<User> oldestAdministrator() {
        return jdbc.sql("select * from users where role = 'admin' and active order by created_at, id limit 1")
                .query(Users::user)
                .optional();
    }

    static User user(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                new Email(row.getString("email")),
                row.getString("name"),
                Role.ofClaim(row.getString("role")),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
