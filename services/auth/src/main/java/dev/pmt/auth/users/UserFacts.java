package dev.pmt.auth.users;

import dev.pmt.shared.events.Fact;
import org.jspecify.annotations.Nullable;

/** Words what happened to people as facts, by {@code contract/events}: what others may know of them, and no more. */
final class UserFacts {

    private static final String REGISTERED = "pmt.user.registered.v1";
    private static final String UPDATED = "pmt.user.updated.v1";
    private static final String DEACTIVATED = "pmt.user.deactivated.v1";
    private static final String REACTIVATED = "pmt.user.reactivated.v1";

    /** A person after what happened; neither their e-mail address nor anything with which they sign in. */
    record State(String name, String role, boolean active) {}

    private UserFacts() {}

    static Fact registered(User user, UserId actor) {
        return fact(REGISTERED, user, actor);
    }

    static Fact updated(User user, UserId actor) {
        return fact(UPDATED, user, actor);
    }

    static Fact activated(User user, UserId actor) {
        return fact(user.active() ? REACTIVATED : DEACTIVATED, user, actor);
    }

    /** Words what a person is now: each fact holds the whole state, so one is enough. */
    static Fact present(User user) {
        return fact(user.active() ? REGISTERED : DEACTIVATED, user, null);
    }

    private static Fact fact(String type, User user, @Nullable UserId actor) {
        var state = new State(user.name(), user.role().claim(), user.active());
        return new Fact(type, user.id().value(), user.version(), actor == null ? null : actor.value(), state);
    }
}
