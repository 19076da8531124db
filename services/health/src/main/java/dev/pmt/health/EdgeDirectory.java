package dev.pmt.health;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;

/** What health needs of the edge: which services there should be and where they are. */
interface EdgeDirectory {

    /** Lists the services of the route table; an address is null while its service is not registered. */
    @GetExchange("/internal/services")
    List<Entry> listServices();

    /** One service of the route table. */
    record Entry(String service, @Nullable String address) {
        public Entry {
            Objects.requireNonNull(service, "an entry must name its service");
        }
    }
}
