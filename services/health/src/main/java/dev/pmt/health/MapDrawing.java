package dev.pmt.health;

import dev.pmt.health.ServiceMap.MapConsumer;
import dev.pmt.health.ServiceMap.MapEvents;
import dev.pmt.health.ServiceMap.MapProcess;
import dev.pmt.health.ServiceMap.MapService;
import dev.pmt.health.ServiceMap.MapState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was found together.
 *
 * @param known what each service told last, by its name
 */
record MapDrawing(StatusReport report, List<EdgeTraffic.Entry> traffic, Map<String, Known> known, Instant now) {

    static final String CANNOT_BE_ASKED = "It cannot be asked, since the edge does not answer.";

    /** What makes a process the same one. */
    private record Identity(String host, long pid, @Nullable Instant startedAt) {
        static Identity of(SelfDescription.Jvm process) {
            return new Identity(process.host(), process.pid(), process.startedAt());
        }
    }

    ServiceMap draw() {
        return new ServiceMap(now, processes(), services());
    }

    private List<MapService> services() {
        var services = new ArrayList<MapService>();
        report.services().forEach(status -> services.add(service(status)));
        var said = names();
        known.keySet().stream()
                .filter(service -> !said.contains(service))
                .sorted()
                .forEach(service -> services.add(service(service, MapState.UNKNOWN, CANNOT_BE_ASKED, null)));
        return services;
    }

    private MapService service(ServiceStatus status) {
        return service(status.name(), MapState.valueOf(status.state().name()), status.detail(), status.version());
    }

    private MapService service(String name, MapState state, @Nullable String detail, @Nullable String version) {
        var last = known.get(name);
        var about = last == null ? null : last.about();
        var passing = traffic.stream()
                .filter(entry -> entry.service().equals(name))
                .findFirst()
                .orElse(new EdgeTraffic.Entry(name, null, null, null, null, null));
        return new MapService(
                name,
                state,
                detail,
                version == null && about != null ? about.version() : version,
                about == null ? null : about.startedAt(),
                last == null ? null : last.at(),
                passing.address(),
                about == null ? null : about.database(),
                about == null ? null : events(about.events()),
                passing.traffic(),
                passing.hold(),
                passing.canary(),
                passing.shadow());
    }

    private @Nullable MapEvents events(SelfDescription.@Nullable Events events) {
        return events == null
                ? null
                : new MapEvents(
                        events.head(),
                        events.consumers().stream().map(this::consumer).toList());
    }

    private MapConsumer consumer(SelfDescription.Consumer consumer) {
        return new MapConsumer(consumer.name(), consumer.producer(), lag(consumer), consumer.paused(), consumer.held());
    }

    private @Nullable Long lag(SelfDescription.Consumer consumer) {
        var producer = known.get(consumer.producer());
        var log = producer == null ? null : producer.about().events();
        var position = consumer.position();
        return log == null || position == null ? null : Math.max(0, log.head() - position);
    }

    /** Lists each process once, as the service told it that was heard last; the edge's first, for it is the door. */
    private List<MapProcess> processes() {
        var members = new LinkedHashMap<Identity, List<String>>();
        known.keySet().stream()
                .sorted(Comparator.comparing((String name) -> !name.equals(Services.EDGE))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(name -> members.computeIfAbsent(identity(name), identity -> new ArrayList<>())
                        .add(name));
        return members.values().stream().map(this::process).toList();
    }

    private MapProcess process(List<String> services) {
        var last = services.stream()
                .map(this::last)
                .max(Comparator.comparing(Known::at))
                .orElseThrow();
        return new MapProcess(last.about().process(), last.at(), services);
    }

    private Identity identity(String service) {
        return Identity.of(last(service).about().process());
    }

    private Known last(String service) {
        return java.util.Objects.requireNonNull(known.get(service), service);
    }

    private Set<String> names() {
        return report.services().stream().map(ServiceStatus::name).collect(Collectors.toSet());
    }
}
