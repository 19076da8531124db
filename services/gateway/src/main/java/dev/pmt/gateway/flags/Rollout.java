package dev.pmt.gateway.flags;

import dev.pmt.gateway.traffic.RefusedRule;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * For whom a flag is on: a share of the users and, whatever the share, administrators and users by name.
 *
 * @param percent of users, always the same ones; 0 none, 100 everybody and also who is not signed in
 * @param users their ids, sorted, each once
 */
public record Rollout(double percent, boolean admins, List<String> users) {

    /** Nobody. */
    public static final Rollout NOBODY = new Rollout(0, false, List.of());

    private static final int MOST_USERS = 200;
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /** Checks the share and the ids. */
    public Rollout {
        if (!(percent >= 0 && percent <= 100)) {
            throw new RefusedRule("rollout.percent must be from 0 to 100: " + percent);
        }
        users = sorted(users);
        if (users.size() > MOST_USERS) {
            throw new RefusedRule("rollout.users must be at most " + MOST_USERS + ": " + users.size());
        }
        for (var user : users) {
            if (!USER.matcher(user).matches()) {
                throw new RefusedRule("rollout.users must be ids of users: " + user);
            }
        }
    }

    private static List<String> sorted(Collection<String> users) {
        return users.stream().distinct().sorted().toList();
    }
}
