package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.pmt.shared.contracts.ConsumedEvents;
import dev.pmt.shared.events.EventConsumer;
import java.nio.file.Path;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ConsumedEventsTest {

    @Test
    void the_contract_says_exactly_who_listens_to_what() {
        try (var api = RunningApi.start();
                var context = ApiContext.start(api)) {
            var listening = context.getBeansOfType(EventConsumer.class).values().stream()
                    .map(consumer -> tuple(consumer.name(), consumer.producer(), consumer.types()))
                    .toArray(Tuple[]::new);

            assertThat(listening).isNotEmpty();
            assertThat(ConsumedEvents.read(Path.of("contract", "consumes.yml")))
                    .extracting(ConsumedEvents::consumer, ConsumedEvents::producer, ConsumedEvents::types)
                    .containsExactlyInAnyOrder(listening);
        }
    }
}
