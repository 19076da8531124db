package dev.pmt.bench;

import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.events.Fact;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Inserts parcels, and says so in PMT's event log.
 *
 * @param transaction of the service
 * @param parcels its table
 * @param log of the service
 */
record Sender(TransactionTemplate transaction, Parcels parcels, EventLog log) {

    static final String TYPE = "pmt.parcel.sent.v1";

    private static final int BATCH = 500;

    static Sender of(ApplicationContext service) {
        return new Sender(
                service.getBean(TransactionTemplate.class),
                service.getBean(Parcels.class),
                service.getBean(EventLog.class));
    }

    /** Inserts a parcel and says nothing. */
    void send(UUID parcel) {
        transaction.executeWithoutResult(_ -> parcels.send(parcel));
    }

    /** Inserts a parcel and says so. */
    void tell(UUID parcel) {
        transaction.executeWithoutResult(_ -> {
            parcels.send(parcel);
            log.append(fact(parcel));
        });
    }

    /** Appends events and nothing else, many in each transaction. */
    void append(int events, Supplier<UUID> ids) {
        for (int done = 0; done < events; done += BATCH) {
            var facts = IntStream.range(0, Math.min(BATCH, events - done))
                    .mapToObj(_ -> fact(ids.get()))
                    .toList();
            transaction.executeWithoutResult(_ -> log.append(facts));
        }
    }

    private static Fact fact(UUID parcel) {
        return new Fact(TYPE, parcel, 1, null, new ParcelSent(parcel, Parcels.LABEL));
    }
}
