package dev.pmt.gateway.traffic;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;

/** What came for one service in the last minute. */
public final class ServiceTraffic {

    private final int[] perSecond;
    private final Tally tally;
    private final int sockets;

    /** Takes over requests in each whole second, oldest first, what became of all, and the sockets that are open. */
    ServiceTraffic(int[] perSecond, Tally tally, int sockets) {
        this.perSecond = perSecond;
        this.tally = tally;
        this.sockets = sockets;
    }

    /** Nothing came. */
    public static ServiceTraffic none() {
        return new ServiceTraffic(new int[ServiceCount.SECONDS], new Tally(), 0);
    }

    ServiceTraffic plus(ServiceTraffic other) {
        var seconds = perSecond.clone();
        Arrays.setAll(seconds, second -> perSecond[second] + other.perSecond[second]);
        var sum = new Tally();
        sum.add(tally);
        sum.add(other.tally);
        return new ServiceTraffic(seconds, sum, sockets + other.sockets);
    }

    /** Writes it; times are null while there was no request. */
    public JsonObject json() {
        var some = tally.requests() > 0;
        return new JsonObject()
                .put("perSecond", new JsonArray(Arrays.stream(perSecond).boxed().toList()))
                .put("requests", tally.requests())
                .put("failed", tally.errors())
                .put("p50Micros", some ? micros(tally.p50()) : null)
                .put("p99Micros", some ? micros(tally.p99()) : null)
                .put("sockets", sockets);
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }
}
