package dev.pmt.gateway.traffic;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where two answers differ, as names and never as values: {@code status}, {@code content-type}, {@code body}, or pointers
 * into JSON (RFC 6901) with {@code *} for the index of an array and for a member whose name may be data.
 */
public final class Difference {

    private static final int MOST = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_-]{0,39}");

    private final Set<String> fields = new LinkedHashSet<>();

    private Difference() {}

    /** Compares two answers; the order of an object's members and the way a number is written do not count. */
    public static Set<String> between(Snapshot one, Snapshot other) {
        if (one.status() != other.status()) {
            return Set.of("status");
        }
        var difference = new Difference();
        if (!one.contentType().equalsIgnoreCase(other.contentType())) {
            difference.fields.add("content-type");
        }
        if (!one.body().equals(other.body())) {
            difference.bodies(one, other);
        }
        return difference.fields;
    }

    /** Leaves out what lies at or below a field that is noise. */
    public static Set<String> without(Set<String> noise, Set<String> fields) {
        var left = new LinkedHashSet<String>();
        for (var field : fields) {
            if (noise.stream().noneMatch(noisy -> field.equals(noisy) || field.startsWith(noisy + "/"))) {
                left.add(field);
            }
        }
        return left;
    }

    private void bodies(Snapshot one, Snapshot other) {
        if (!one.isJson() || !other.isJson()) {
            fields.add("body");
            return;
        }
        try {
            values("", decoded(one.body()), decoded(other.body()));
        } catch (DecodeException e) {
            fields.add("body");
        }
    }

    private static @Nullable Object decoded(Buffer body) {
        return Json.decodeValue(body);
    }

    private void values(String at, @Nullable Object one, @Nullable Object other) {
        if (fields.size() >= MOST) {
            return;
        }
        if (one instanceof JsonObject members && other instanceof JsonObject others) {
            var names = new TreeSet<>(members.fieldNames());
            names.addAll(others.fieldNames());
            names.forEach(name -> member(at, name, members, others));
        } else if (one instanceof JsonArray items && other instanceof JsonArray others) {
            for (var index = 0; index < Math.min(items.size(), others.size()); index++) {
                values(at + "/*", items.getValue(index), others.getValue(index));
            }
            if (items.size() != others.size()) {
                fields.add(at + "/*");
            }
        } else if (!same(one, other)) {
            fields.add(at.isEmpty() ? "body" : at);
        }
    }

    private void member(String at, String name, JsonObject one, JsonObject other) {
        var pointer = at + "/" + (NAME.matcher(name).matches() ? name : "*");
        if (one.containsKey(name) && other.containsKey(name)) {
            values(pointer, one.getValue(name), other.getValue(name));
        } else {
            fields.add(pointer);
        }
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return (one instanceof Number number && other instanceof Number another)
                ? new BigDecimal(number.toString()).compareTo(new BigDecimal(another.toString())) == 0
                : Objects.equals(one, other);
    }
}
