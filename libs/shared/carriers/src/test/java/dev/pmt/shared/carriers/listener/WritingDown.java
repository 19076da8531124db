package dev.pmt.shared.carriers.listener;

import dev.pmt.shared.carriers.producer.ProducerApplication;
import dev.pmt.shared.events.Event;
import dev.pmt.shared.events.EventConsumer;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes down every event, and fails at those of poisoned subjects. */
record WritingDown(String producer, JdbcClient jdbc, JsonMapper json) implements EventConsumer {

    @Override
    public String name() {
        return "from-" + producer;
    }

    @Override
    public Set<String> types() {
        return Set.of(ProducerApplication.SAID);
    }

    @Override
    public void forget(long after) {
        jdbc.sql("DELETE FROM effect WHERE producer = :producer AND position > :after")
                .param("producer", producer)
                .param("after", after)
                .update();
    }

    @Override
    public void handle(List<Event> events) {
        for (var event : events) {
            if (poisoned(event)) {
                throw new IllegalStateException("poison");
            }
            jdbc.sql("""
                            INSERT INTO effect (producer, position, subject, version, batch, text)
                            VALUES (:producer, :position, :subject, :version, :batch, :text)
                            """)
                    .param("producer", producer)
                    .param("position", event.position())
                    .param("subject", event.subject())
                    .param("version", event.version())
                    .param("batch", events.size())
                    .param("text", json.readTree(event.data()).required("text").asString())
                    .update();
        }
    }

    private boolean poisoned(Event event) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM poisoned WHERE subject = :subject)")
                .param("subject", event.subject())
                .query(Boolean.class)
                .single();
    }
}
