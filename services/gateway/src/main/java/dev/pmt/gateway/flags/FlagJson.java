package dev.pmt.gateway.flags;

import dev.pmt.gateway.traffic.RefusedRule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags as JSON. */
public final class FlagJson {

    private FlagJson() {}

    /** Reads what is asked for; what is not said is as usual: not enabled, for nobody, without an end. */
    public static Rule rule(JsonObject asked) {
        checkMembers(asked, "", Set.of("description", "enabled", "rollout", "expires"));
        return readRule(asked);
    }

    /** Writes what an administrator decides. */
    public static JsonObject write(Rule rule) {
        var rollout = rule.rollout();
        var expires = rule.expires();
        return new JsonObject()
                .put("description", rule.description())
                .put("enabled", rule.enabled())
                .put(
                        "rollout",
                        new JsonObject()
                                .put("percent", rollout.percent())
                                .put("admins", rollout.admins())
                                .put("users", new JsonArray(rollout.users())))
                .put("expires", expires == null ? null : expires.toString());
    }

    /** Writes a flag as others see it. */
    public static JsonObject write(Flag flag) {
        return new JsonObject()
                .put("key", flag.key())
                .mergeIn(write(flag.rule()))
                .put("version", flag.version())
                .put("changedAt", flag.changedAt().toString())
                .put("changedBy", flag.changedBy());
    }

    /** Writes a flag with all that brings it back. */
    public static JsonObject keep(Flag flag) {
        return write(flag).put("salt", flag.salt());
    }

    /** Brings back a flag that was kept. */
    public static Flag kept(JsonObject kept) {
        return new Flag(
                text(kept, "key"),
                readRule(kept),
                text(kept, "salt"),
                kept.getLong("version"),
                Instant.parse(text(kept, "changedAt")),
                text(kept, "changedBy"));
    }

    private static Rule readRule(JsonObject from) {
        return new Rule(
                from.getString("description", ""),
                from.getBoolean("enabled", false),
                rollout(from.getJsonObject("rollout", new JsonObject())),
                date(from.getString("expires")));
    }

    private static Rollout rollout(JsonObject asked) {
        checkMembers(asked, "rollout.", Set.of("percent", "admins", "users"));
        var users = asked.getJsonArray("users", new JsonArray());
        return new Rollout(
                asked.getDouble("percent", 0.0),
                asked.getBoolean("admins", false),
                List.copyOf(users.stream().map(String.class::cast).toList()));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RefusedRule("expires must be a day like 2026-12-31: " + text);
        }
    }

    private static String text(JsonObject from, String member) {
        var text = from.getString(member);
        if (text == null) {
            throw new RefusedRule(member + " must be there");
        }
        return text;
    }

    private static void checkMembers(JsonObject asked, String of, Set<String> known) {
        for (var name : asked.fieldNames()) {
            if (!known.contains(name)) {
                throw new RefusedRule(of + name + " must not be there; a flag's members are description, enabled,"
                        + " rollout (percent, admins, users) and expires.");
            }
        }
    }
}
