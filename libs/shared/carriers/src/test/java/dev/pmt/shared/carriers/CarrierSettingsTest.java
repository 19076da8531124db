package dev.pmt.shared.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.events.EventCarrier;
import dev.pmt.shared.events.FeedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that make no sense are refused at the start, without their secrets. */
class CarrierSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "pigeon, '', '', 'pmt.events.carrier must be feed, redis or rabbitmq: pigeon'",
        "redis, '', '', 'pmt.events.redis-url must be redis://'",
        "redis, 'http://:secret@localhost', '', 'pmt.events.redis-url must be redis://'",
        "redis, 'redis://:sec ret@localhost', '', 'pmt.events.redis-url must be redis://'",
        "rabbitmq, 'redis://localhost', '', 'pmt.events.rabbitmq-url must be amqp://'",
        "rabbitmq, '', 'amqp:secret', 'pmt.events.rabbitmq-url must be amqp://'"
    })
    void refuses(String carrier, String redis, String rabbitmq, String why) {
        assertThatThrownBy(() -> new CarrierSettings(carrier, redis, rabbitmq))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(why)
                .hasMessageNotContainingAny("secret", "sec ret");
    }

    @ParameterizedTest
    @CsvSource({
        "feed, '', ''",
        "redis, 'redis://localhost', ''",
        "redis, 'rediss://user:secret@redis.example:6380/2', ''",
        "rabbitmq, '', 'amqp://localhost'",
        "rabbitmq, '', 'amqps://user:secret@rabbit.example:5671/pmt'"
    })
    void takes(String carrier, String redis, String rabbitmq) {
        var settings = new CarrierSettings(carrier, redis, rabbitmq);

        assertThat(settings).hasToString("CarrierSettings[" + carrier + "]");
    }

    @Test
    void tls_has_a_port_of_its_own() {
        assertThat(new RabbitConnections("amqps://rabbit.example", "pmt").place())
                .isEqualTo("rabbit.example:5671");
        assertThat(new RabbitConnections("amqps://rabbit.example:443", "pmt").place())
                .isEqualTo("rabbit.example:443");
        assertThat(new RabbitConnections("amqp://rabbit.example", "pmt").place())
                .isEqualTo("rabbit.example:5672");
    }

    @Test
    void a_broker_out_of_reach_is_named_without_its_password() {
        var address = new Address("https://pmt.example", "sample");
        try (var redis = new RedisCarrier("rediss://user:secret@redis.invalid:6380/2", address, new FakeLog(0));
                var rabbitmq = new RabbitCarrier("amqps://user:secret@rabbit.invalid:5671/pmt", address)) {
            for (var carrier : new EventCarrier[] {redis, rabbitmq}) {
                assertThatThrownBy(() -> carrier.publish(new FakeLog(1).between(0, 1)))
                        .isInstanceOf(FeedException.class)
                        .hasMessageContaining(carrier.name() + " at ")
                        .hasMessageNotContaining("secret");
            }
        }
    }
}
