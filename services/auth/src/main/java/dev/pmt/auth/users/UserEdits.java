package dev.pmt.auth.users;

import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.Role;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what others may know of people, and says so in the log; in the caller's transaction. */
@Repository
public class UserEdits {

    private static final String ADD = """
            insert into users (id, email, name, role, active, created_at)
            values (:id, :email, :name, :role, :active, :createdAt)
            on conflict (lower(email)) do nothing
            """;

    private static final String CHANGE = """
            update users set name = :name, role = :role, version = version + 1 where id = :id returning *
            """;

    private static final String ACTIVATE = """
            update users set active = :active, version = version + 1 where id = :id returning *
            """;

    private final JdbcClient jdbc;
    private final EventLog log;

    UserEdits(JdbcClient jdbc, EventLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Adds a person; answers false when somebody has this e-mail address. */
    public boolean add(User user, UserId actor) {
        var added = jdbc.sql(ADD)
                        .param("id", user.id().value())
                        .param("email", user.email().value())
                        .param("name", user.name())
                        .param("role", user.role().claim())
                        .param("active", user.active())
                        .param("createdAt", user.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (added) {
            log.append(UserFacts.registered(user, actor));
        }
        return added;
    }

    /** Changes name and role of a person who is locked; returns them as they are then. */
    public User change(User locked, String name, Role role, UserId actor) {
        if (name.equals(locked.name()) && role == locked.role()) {
            return locked;
        }
        var changed = jdbc.sql(CHANGE)
                .param("name", name)
                .param("role", role.claim())
                .param("id", locked.id().value())
                .query(Users::user)
                .single();
        log.append(UserFacts.updated(changed, actor));
        return changed;
    }

    /** Lets a person who is locked sign in, or no longer. */
    User setActive(User locked, boolean active, UserId actor) {
        if (active == locked.active()) {
            return locked;
        }
        var changed = jdbc.sql(ACTIVATE)
                .param("active", active)
                .param("id", locked.id().value())
                .query(Users::user)
                .single();
        log.append(UserFacts.activated(changed, actor));
        return changed;
    }
}
