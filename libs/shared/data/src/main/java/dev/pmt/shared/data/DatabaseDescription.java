package dev.pmt.shared.data;

import dev.pmt.shared.service.Description;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.ds.PGSimpleDataSource;

/** Tells where the service's data are; of the address only what names the place, as the rest of it may hold secrets. */
record DatabaseDescription(Content content) implements Description {

    /**
     * A schema and its place.
     *
     * @param server {@code host:port}, several separated by commas
     */
    record Content(String server, String name, String schema, String role) {}

    static DatabaseDescription of(DatabaseSettings settings, String schema) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        var hosts = source.getServerNames();
        var ports = source.getPortNumbers();
        var server = IntStream.range(0, hosts.length)
                .mapToObj(host -> hosts[host] + ":" + (ports[host] == 0 ? 5432 : ports[host]))
                .collect(Collectors.joining(","));
        return new DatabaseDescription(
                new Content(server, String.valueOf(source.getDatabaseName()), schema, settings.user()));
    }

    @Override
    public String part() {
        return "database";
    }
}
