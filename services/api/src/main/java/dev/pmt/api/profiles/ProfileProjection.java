package dev.pmt.api.profiles;

import dev.pmt.api.profiles.Profiles.Told;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventConsumer;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the profiles, from auth's events: each tells the whole state of its person. */
@Component
class ProfileProjection implements EventConsumer {

    private static final Set<String> TYPES = Set.of(
            "pmt.user.registered.v1", "pmt.user.updated.v1", "pmt.user.deactivated.v1", "pmt.user.reactivated.v1");

    private final Profiles profiles;
    private final JsonMapper json;

    ProfileProjection(Profiles profiles, JsonMapper json) {
        this.profiles = profiles;
        this.json = json;
    }

    @Override
    public String name() {
        return "profiles";
    }

    @Override
    public String producer() {
        return "auth";
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public boolean startsFromSnapshot() {
        return true;
    }

    /** Keeps the names on screen while only later events come again. */
    @Override
    public void forget(long after) {
        if (after == 0) {
            profiles.remove();
        } else {
            profiles.outdate();
        }
    }

    @Override
    public void handle(List<Event> events) {
        profiles.put(events.stream().map(this::told).toList());
    }

    private Told told(Event event) {
        var data = json.readTree(event.data());
        return new Told(
                event.subject(),
                data.required("name").asString(),
                data.required("active").asBoolean(),
                event.version());
    }
}
