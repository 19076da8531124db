package dev.pmt.bench;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The business table that writers insert into, and what those who hear of it write down. */
final class Parcels {

    static final String LABEL = "Sent while measuring";

    private static final String SEND = "INSERT INTO parcel (id, label) VALUES (:id, :label)";

    private static final String ARRIVE = "INSERT INTO arrival (parcel) SELECT unnest(:parcels::uuid[])";

    private final JdbcClient jdbc;
    private final Stopwatch stopwatch;

    Parcels(JdbcClient jdbc, Stopwatch stopwatch) {
        this.jdbc = jdbc;
        this.stopwatch = stopwatch;
    }

    void send(UUID parcel) {
        jdbc.sql(SEND).param("id", parcel).param("label", LABEL).update();
    }

    /** Writes down that parcels were heard of, in one statement. */
    void arrive(List<UUID> parcels) {
        stopwatch.handled(parcels);
        jdbc.sql(ARRIVE)
                .param("parcels", parcels.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .update();
    }
}
