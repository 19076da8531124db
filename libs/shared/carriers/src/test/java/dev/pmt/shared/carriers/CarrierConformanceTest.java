package dev.pmt.shared.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pmt.shared.testing.brokers.RabbitServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;

/** The same cases for each of the four carriers; it is no success unless all four ran them. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class CarrierConformanceTest {

    private static final Map<String, Integer> CASES = new LinkedHashMap<>();

    /** It takes its time, so it starts while the other carriers have their turn. */
    @BeforeAll
    static void start_rabbitmq() {
        RabbitServer.program().ifPresent(program -> RabbitMedium.shared());
    }

    @AfterAll
    static void all_four_carriers_ran_the_same_cases() {
        var ran = CASES.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
        System.out.println("Carriers: " + ran);
        if (canRunRabbit()) {
            assertThat(CASES).containsOnlyKeys("in-process", "http", "redis", "rabbitmq");
        } else {
            System.out.println(
                    "Carriers: rabbitmq NOT RUN: there is no rabbitmq-server here, and no root to install it");
            assertThat(CASES).containsOnlyKeys("in-process", "http", "redis");
        }
        assertThat(CASES.values()).doesNotContain(0).containsOnly(CASES.get("in-process"));
    }

    private static boolean canRunRabbit() {
        return RabbitServer.program().isPresent()
                || System.getProperty("user.name").equals("root");
    }

    @Nested
    @Order(1)
    class InProcess extends OnOne {

        @Override
        Medium make() {
            return new FeedMedium(true, this::world);
        }
    }

    @Nested
    @Order(2)
    class Http extends OnOne {

        @Override
        Medium make() {
            return new FeedMedium(false, this::world);
        }
    }

    @Nested
    @Order(3)
    class Redis extends OnOne {

        @Override
        Medium make() {
            return new RedisMedium();
        }
    }

    @Nested
    @Order(4)
    class Rabbitmq extends OnOne {

        @Override
        Medium make() {
            assumeTrue(canRunRabbit(), "there is no rabbitmq-server here, and no root to install it");
            assertThat(RabbitServer.program())
                    .as("RabbitMQ must be installed to test its carrier: apt-get install rabbitmq-server")
                    .isPresent();
            return RabbitMedium.shared();
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnOne extends Conformance {

        private CarrierWorld world;
        private Medium medium;

        abstract Medium make();

        @BeforeAll
        void begin() {
            medium = make();
            world = new CarrierWorld(medium);
        }

        @AfterEach
        void count() {
            CASES.merge(medium.name(), 1, Integer::sum);
        }

        @AfterAll
        void end() {
            if (world != null) {
                world.close();
                medium.close();
            }
        }

        @Override
        CarrierWorld world() {
            return world;
        }

        @Override
        Medium medium() {
            return medium;
        }
    }
}
