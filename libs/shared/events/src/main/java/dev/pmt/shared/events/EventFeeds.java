package dev.pmt.shared.events;

import dev.pmt.shared.web.calls.ServiceClient;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/** Finds the log of any service of the installation, and lets the services of this process find this one's. */
public final class EventFeeds implements SmartLifecycle {

    private final String service;
    private final EventFeed own;
    private final String internalUrl;
    private final ServiceClient client;
    private final JsonMapper json;
    private volatile boolean running;

    EventFeeds(String service, EventFeed own, String internalUrl, ServiceClient client, JsonMapper json) {
        this.service = service;
        this.own = own;
        this.internalUrl = internalUrl;
        this.client = client;
        this.json = json;
    }

    /** Returns a service's log, wherever the service runs now and later. */
    public EventFeed of(String producer) {
        if (producer.equals(service)) {
            return own;
        }
        return new NearestFeed(internalUrl, producer, new HttpFeed(producer, client, json));
    }

    @Override
    public void start() {
        ProcessFeeds.open(internalUrl, service, own);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        ProcessFeeds.close(internalUrl, service, own);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
