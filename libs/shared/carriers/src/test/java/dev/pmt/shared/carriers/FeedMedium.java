package dev.pmt.shared.carriers;

import java.util.function.Supplier;

/** No broker: the log itself, read in the producer's process or over HTTP. */
final class FeedMedium implements Medium {

    private final boolean near;
    private final Supplier<CarrierWorld> world;

    FeedMedium(boolean near, Supplier<CarrierWorld> world) {
        this.near = near;
        this.world = world;
    }

    @Override
    public String name() {
        return near ? "in-process" : "http";
    }

    @Override
    public boolean isNear() {
        return near;
    }

    @Override
    public boolean isBroker() {
        return false;
    }

    /** In one process nothing is between the two, so the listener itself is what can be away. */
    @Override
    public void stop() {
        if (near) {
            world.get().stop("listener");
        } else {
            world.get().reachable(false);
        }
    }

    @Override
    public void start() {
        if (near) {
            world.get().start("listener");
        } else {
            world.get().reachable(true);
        }
    }

    /** It keeps nothing. */
    @Override
    public void wipe() {
        stop();
        start();
    }

    @Override
    public void close() {}
}
