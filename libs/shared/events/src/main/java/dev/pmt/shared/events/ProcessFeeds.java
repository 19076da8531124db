package dev.pmt.shared.events;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of the services that run in this process, so that a consumer beside its producer needs no network. */
final class ProcessFeeds {

    private static final Map<Place, EventFeed> OPEN = new ConcurrentHashMap<>();

    /** An installation is known by the edge's internal address: one process may hold several, as in tests. */
    private record Place(String internalUrl, String service) {}

    private ProcessFeeds() {}

    static void open(String internalUrl, String service, EventFeed feed) {
        OPEN.put(new Place(internalUrl, service), feed);
    }

    static void close(String internalUrl, String service, EventFeed feed) {
        OPEN.remove(new Place(internalUrl, service), feed);
    }

    static Optional<EventFeed> find(String internalUrl, String service) {
        return Optional.ofNullable(OPEN.get(new Place(internalUrl, service)));
    }
}
