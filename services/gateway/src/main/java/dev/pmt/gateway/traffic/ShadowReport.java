package dev.pmt.gateway.traffic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which fields of which routes a shadow answers otherwise, and how often; for any thread. It holds names and paths,
 * never values, and no more of them than a person reads.
 */
public final class ShadowReport {

    private static final int MOST_ROUTES = 200;
    private static final int MOST_FIELDS = 50;
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 200;
    private static final String OTHERS = "others";

    private static final class Route {
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private int compared;
    }

    private static final class Field {
        private final List<String> examples = new ArrayList<>();
        private int differed;
        private int noise;
    }

    private final Map<String, Route> routes = new LinkedHashMap<>();
    private int underWay;
    private long compared;
    private long differed;
    private long busy;
    private long tooLarge;
    private long unanswered;

    /** Takes a place among the comparisons under way; false when there are enough. */
    public synchronized boolean begin(int most) {
        if (underWay >= most) {
            busy++;
            return false;
        }
        underWay++;
        return true;
    }

    /** Gives the place back. */
    public synchronized void end() {
        underWay--;
    }

    /** Counts an answer that was too large to compare. */
    public synchronized void tooLarge() {
        tooLarge++;
    }

    /** Counts a request that the shadow, or the primary the second time, did not answer. */
    public synchronized void unanswered() {
        unanswered++;
    }

    /**
     * Counts a comparison.
     *
     * @param path of the request, without its query
     * @param fields in which the shadow differs
     * @param noise fields in which the primary differs from itself
     */
    public synchronized void compared(String method, String path, Set<String> fields, Set<String> noise) {
        compared++;
        differed += fields.isEmpty() ? 0 : 1;
        var shape = method + " " + PathShape.of(path);
        var known = routes.containsKey(shape) || routes.size() < MOST_ROUTES;
        var route = routes.computeIfAbsent(known ? shape : OTHERS, name -> new Route());
        route.compared++;
        noise.forEach(name -> field(route, name).noise++);
        fields.forEach(name -> {
            var field = field(route, name);
            field.differed++;
            if (field.examples.size() < EXAMPLES && !field.examples.contains(path)) {
                field.examples.add(path.length() > LONGEST_EXAMPLE ? path.substring(0, LONGEST_EXAMPLE) : path);
            }
        });
    }

    private static Field field(Route route, String name) {
        var known = route.fields.containsKey(name) || route.fields.size() < MOST_FIELDS;
        return route.fields.computeIfAbsent(known ? name : OTHERS, fresh -> new Field());
    }

    /** Writes the figures without the differences. */
    public synchronized JsonObject summary() {
        return new JsonObject()
                .put("compared", compared)
                .put("differed", differed)
                .put("busy", busy)
                .put("tooLarge", tooLarge)
                .put("unanswered", unanswered);
    }

    /** Writes all: real differences, most frequent first, and what was noise. */
    public synchronized JsonObject json() {
        var differences = new ArrayList<JsonObject>();
        var noise = new ArrayList<JsonObject>();
        routes.forEach((name, route) -> route.fields.forEach((pointer, field) -> {
            var line = new JsonObject().put("route", name).put("field", pointer);
            if (field.noise > 0) {
                noise.add(line.copy().put("seen", field.noise));
            }
            if (field.differed > 0) {
                differences.add(line.put("differed", field.differed)
                        .put("compared", route.compared)
                        .put("rate", (double) field.differed / route.compared)
                        .put("examples", new JsonArray(List.copyOf(field.examples))));
            }
        }));
        differences.sort((one, other) -> Integer.compare(other.getInteger("differed"), one.getInteger("differed")));
        return summary().put("differences", new JsonArray(differences)).put("noise", new JsonArray(noise));
    }
}
