package dev.pmt.gateway.traffic;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** What all event loops have counted. Each counts for itself, without locks, and is asked when somebody wants to know. */
public final class TrafficCounts {

    private record Loop(Context context, LoopCounts counts) {}

    private final long began = System.nanoTime();
    private final List<Loop> loops = new CopyOnWriteArrayList<>();

    /** Makes the counts of the event loop that calls. */
    public LoopCounts join() {
        var counts = new LoopCounts(began);
        loops.add(new Loop(here(), counts));
        return counts;
    }

    /** Reads the last minute of all loops, by service; completed on the event loop that calls. */
    public Future<Map<String, ServiceTraffic>> read() {
        var asking = here();
        var elapsed = System.nanoTime() - began;
        var parts = loops.stream().map(loop -> read(loop, elapsed, asking)).toList();
        return Future.all(parts).map(all -> {
            var sum = new HashMap<String, ServiceTraffic>();
            parts.forEach(part ->
                    part.result().forEach((service, traffic) -> sum.merge(service, traffic, ServiceTraffic::plus)));
            return sum;
        });
    }

    private static Future<Map<String, ServiceTraffic>> read(Loop loop, long elapsed, Context asking) {
        var part = Promise.<Map<String, ServiceTraffic>>promise();
        loop.context.runOnContext(there -> {
            var read = loop.counts.read(elapsed);
            asking.runOnContext(back -> part.complete(read));
        });
        return part.future();
    }

    private static Context here() {
        return Objects.requireNonNull(Vertx.currentContext(), "must run on an event loop");
    }
}
