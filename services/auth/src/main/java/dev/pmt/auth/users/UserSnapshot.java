package dev.pmt.auth.users;

import dev.pmt.shared.events.EventSnapshot;
import dev.pmt.shared.events.Fact;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of everyone who is here, for who listens only now: also of those who came before the log. */
@Component
class UserSnapshot implements EventSnapshot {

    private static final String ALL = "select * from users order by id";

    private final JdbcClient jdbc;

    UserSnapshot(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void tell(Consumer<Fact> listener) {
        RowCallbackHandler each = row -> listener.accept(UserFacts.present(Users.user(row, row.getRow())));
        jdbc.sql(ALL).query(each);
    }
}
