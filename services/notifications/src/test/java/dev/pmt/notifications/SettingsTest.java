package dev.pmt.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTest {

    @Test
    void have_these_defaults() throws ReflectiveOperationException {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("pmt.live", Bindable.of(Class.forName("dev.pmt.notifications.live.LiveSettings")));

        var values = new TreeMap<String, String>();
        for (var component : settings.getClass().getRecordComponents()) {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            values.put(component.getName(), accessor.invoke(settings).toString());
        }
        assertThat(values)
                .hasToString("{keep=PT1H, keepEvents=10000, longestMessage=1024B, longestSocket=PT15M, ping=PT20S,"
                        + " poll=PT0.25S, presence=PT1S, queue=256, replay=200, sendTimeout=PT10S, silence=PT50S, sockets=5000,"
                        + " socketsOfUser=20, ticket=PT30S, tickets=40, topics=20, window=256}");
    }
}
