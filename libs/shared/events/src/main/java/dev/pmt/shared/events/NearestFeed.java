package dev.pmt.shared.events;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Another service's log: read in this process while the service runs here, and over HTTP while it runs elsewhere. */
final class NearestFeed implements EventFeed {

    private final String internalUrl;
    private final String producer;
    private final EventFeed remote;

    NearestFeed(String internalUrl, String producer, EventFeed remote) {
        this.internalUrl = internalUrl;
        this.producer = producer;
        this.remote = remote;
    }

    @Override
    public List<Event> read(long after, int limit, Duration wait) throws InterruptedException {
        return nearest().read(after, limit, wait);
    }

    @Override
    public void wake() {
        nearest().wake();
    }

    @Override
    public long head() throws InterruptedException {
        return nearest().head();
    }

    @Override
    public SnapshotPlace snapshot(Consumer<List<Event>> states) throws InterruptedException {
        return nearest().snapshot(states);
    }

    private EventFeed nearest() {
        return ProcessFeeds.find(internalUrl, producer).orElse(remote);
    }
}
