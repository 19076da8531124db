package dev.pmt.auth.users;

import dev.pmt.shared.web.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All people, in the table {@code users}. */
@Repository
public class Users {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a person; answers false when somebody has this e-mail address. */
    public boolean add(User user) {
        return jdbc.sql("""
                        insert into users (id, email, name, role, active, created_at)
                        values (:id, :email, :name, :role, :active, :createdAt)
                        on conflict (lower(email)) do nothing
                        """)
                        .param("id", user.id().value())
                        .param("email", user.email().value())
                        .param("name", user.name())
                        .param("role", user.role().claim())
                        .param("active", user.active())
                        .param("createdAt", user.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Changes the name somebody goes by. */
    public void rename(UserId id, String name) {
        jdbc.sql("update users set name = :name where id = :id")
                .param("name", name)
                .param("id", id.value())
                .update();
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

    private static User user(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                new Email(row.getString("email")),
                row.getString("name"),
                Role.ofClaim(row.getString("role")),
                row.getBoolean("active"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
