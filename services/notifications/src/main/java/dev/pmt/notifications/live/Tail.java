package dev.pmt.notifications.live;

import dev.pmt.shared.events.Worker;
import dev.pmt.shared.telemetry.Telemetry;
import dev.pmt.shared.telemetry.Traceparent;
import dev.pmt.shared.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads the latest events in order and gives them to the sockets of this process: at once when this process wrote them,
 * otherwise at the next look (docs/adr/0020).
 */
@Component
class Tail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Tail.class);
    /** Fewer than a socket's queue takes. */
    private static final int BATCH = 64;

    private final RecentEvents recent;
    private final Hub hub;
    private final LiveSettings settings;
    private final Tracing tracing;
    private final Worker worker;
    private volatile long told;

    Tail(RecentEvents recent, Hub hub, LiveSettings settings, Telemetry telemetry) {
        this.recent = recent;
        this.hub = hub;
        this.settings = settings;
        this.tracing = telemetry.tracing();
        this.worker = new Worker("live-tail", settings.poll(), this::look);
    }

    /** Says that events were written. */
    void wake() {
        worker.wake();
    }

    /** Takes a socket in; what happened while there was none is not gone through. */
    synchronized void admit(LiveSocket socket) {
        if (hub.sockets().isEmpty()) {
            told = recent.bounds().newest();
        }
        hub.opened(socket);
    }

    /** Returns the position up to which every socket was told everything. */
    long told() {
        return told;
    }

    @Override
    public void start() {
        told = recent.bounds().newest();
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void look() throws InterruptedException {
        if (hub.sockets().isEmpty() || !round()) {
            worker.rest(settings.poll());
        }
    }

    private Span tell(RecentEvent event) {
        var trace = event.trace();
        var span = trace != null && Traceparent.isKept(trace)
                ? tracing.goOn("send to sockets", SpanKind.PRODUCER, trace)
                : Span.getInvalid();
        span.setAttribute("pmt.sockets", hub.dispatch(event));
        told = event.position();
        return span;
    }

    /** Tells what is new; when some of it is kept no longer, everyone reads anew. @return whether there may be more */
    private boolean round() {
        try {
            var events = recent.after(told, BATCH);
            if (!events.isEmpty()
                    && events.getFirst().position() > told + 1
                    && recent.bounds().oldest() > told + 1) {
                var missed = events.getFirst().position() - 1;
                hub.sockets().forEach(socket -> socket.refetch(null, missed));
            }
            var spans = events.stream().map(this::tell).toList();
            if (!events.isEmpty()) {
                hub.sockets().forEach(LiveSocket::flush);
            }
            spans.forEach(Span::end);
            return events.size() == BATCH;
        } catch (DataAccessException | TransactionException e) {
            log.warn("The latest events could not be read; trying again", e);
            return false;
        }
    }
}
