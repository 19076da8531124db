package dev.pmt.gateway.routes;

import dev.pmt.gateway.traffic.RefusedRule;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Routes and older prefixes as JSON; the latter are those with a {@code successor}. */
public final class RouteJson {

    private RouteJson() {}

    /** Tells whether an older prefix is meant. */
    public static boolean isAlias(JsonObject json) {
        return json.containsKey("successor");
    }

    /** Reads a route. */
    public static Route route(JsonObject json) {
        return new Route(
                json.getString("prefix", ""),
                json.getString("service", ""),
                choice(Door.class, json.getString("door", Door.TOKEN.name())),
                choice(Load.class, json.getString("load", Load.NORMAL.name())),
                turn(json.getJsonObject("turn")));
    }

    /** Reads an older prefix. */
    public static Alias alias(JsonObject json) {
        var sunset = json.getString("sunset");
        return new Alias(
                json.getString("prefix", ""),
                json.getString("successor", ""),
                instant("deprecated", json.getString("deprecated", "")),
                sunset == null ? null : instant("sunset", sunset));
    }

    /** Writes a route. */
    public static JsonObject write(Route route) {
        var json = new JsonObject()
                .put("prefix", route.prefix())
                .put("service", route.service())
                .put("door", route.door().name())
                .put("load", route.load().name());
        var turn = route.turn();
        return turn == null
                ? json
                : json.put("turn", new JsonObject().put("flag", turn.flag()).put("service", turn.service()));
    }

    /** Writes an older prefix. */
    public static JsonObject write(Alias alias) {
        var sunset = alias.sunset();
        return new JsonObject()
                .put("prefix", alias.prefix())
                .put("successor", alias.successor())
                .put("deprecated", alias.deprecated().toString())
                .put("sunset", sunset == null ? null : sunset.toString());
    }

    private static @Nullable FlagTurn turn(@Nullable JsonObject json) {
        return json == null ? null : new FlagTurn(json.getString("flag", ""), json.getString("service", ""));
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String name) {
        try {
            return Enum.valueOf(choices, name);
        } catch (IllegalArgumentException e) {
            throw new RefusedRule(choices.getSimpleName().toLowerCase(Locale.ROOT) + " must be one of "
                    + Arrays.toString(choices.getEnumConstants()) + ": " + name);
        }
    }

    private static Instant instant(String member, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new RefusedRule(member + " must be a moment like 2026-12-31T00:00:00Z: " + text);
        }
    }
}
