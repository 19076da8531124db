package dev.pmt.auth.users;

import dev.pmt.shared.events.Fact;

/** Words what happened to people as facts, by {@code contract/events}: what others may know of them, and no more. */
final class UserFacts {

    /** A person after what happened; neither their e-mail address nor anything with which they sign in. */
    record State(String name, String role, boolean active) {}

    private UserFacts() {}

    static Fact registered(User user, UserId actor) {
        return fact("pmt.user.registered.v1", user, actor);
    }

    static Fact updated(User user, UserId actor) {
        return fact("pmt.user.updated.v1", user, actor);
    }

    static Fact activated(User user, UserId actor) {
        return fact(user.active() ? "pmt.user.reactivated.v1" : "pmt.user.deactivated.v1", user, actor);
    }

    private static Fact fact(String type, User user, UserId actor) {
        var state = new State(user.name(), user.role().claim(), user.active());
        return new Fact(type, user.id().value(), user.version(), actor.value(), state);
    }
}
