package dev.pmt.auth.users;

import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as the API shows them to somebody. */
public record UserView(UUID id, String name, @Nullable String email, String role, boolean active, long version) {

    /** Shows everything. */
    public static UserView complete(User user) {
        return new UserView(
                user.id().value(),
                user.name(),
                user.email().value(),
                user.role().claim(),
                user.active(),
                user.version());
    }

    /** Shows everything, but to a guest no e-mail address other than their own. */
    public static UserView of(User user, CurrentUser viewer) {
        var complete = complete(user);
        var hidden =
                viewer.role() == Role.GUEST && !viewer.id().equals(user.id().value());
        return hidden
                ? new UserView(
                        complete.id(), complete.name(), null, complete.role(), complete.active(), complete.version())
                : complete;
    }
}
