package dev.pmt.api.profiles;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All profiles, in the table {@code profile}; written by {@link ProfileProjection} alone. */
@Repository
class Profiles {

    /** A profile as an event tells it; an older version changes nothing. */
    record Told(UUID id, String name, boolean active, long version) {}

    private static final String PUT = """
            INSERT INTO profile (user_id, name, active, version)
            SELECT DISTINCT ON (p.id) p.id, p.name, p.active, p.version
              FROM json_to_recordset(:profiles::json) AS p (id uuid, name text, active boolean, version bigint)
             ORDER BY p.id, p.version DESC
            ON CONFLICT (user_id) DO UPDATE
               SET name = excluded.name, active = excluded.active, version = excluded.version
             WHERE profile.version < excluded.version
            """;

    private static final String LIST = """
            SELECT user_id, name, active FROM profile WHERE user_id > :after ORDER BY user_id LIMIT :limit
            """;

    private static final String OUTDATE = "UPDATE profile SET version = 0";

    private static final String REMOVE = "DELETE FROM profile";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Profiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void put(List<Told> profiles) {
        jdbc.sql(PUT).param("profiles", json.writeValueAsString(profiles)).update();
    }

    /** Lists profiles by id, from behind the given one. */
    List<Profile> list(UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Profile(
                        new UserId(row.getObject("user_id", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("active")))
                .list();
    }

    /** Lets any version change the profiles that are there. */
    void outdate() {
        jdbc.sql(OUTDATE).update();
    }

    void remove() {
        jdbc.sql(REMOVE).update();
    }
}
