package dev.pmt.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.DeclaredCall;
import dev.pmt.shared.contracts.PortContract;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclaredCallsTest {

    private static final Path CALLS = Path.of("contract/calls.yml");

    @ParameterizedTest
    @CsvSource({
        "directory, dev.pmt.health.EdgeDirectory, ../gateway/contract/internal.yaml",
        "traffic, dev.pmt.health.EdgeTraffic, ../gateway/contract/internal.yaml",
        "descriptions, dev.pmt.health.SelfDescription, ../../libs/shared/web/contract/internal.yaml",
        "states, dev.pmt.health.Actuator, ../../libs/shared/web/contract/internal.yaml"
    })
    void others_are_asked_as_they_offer_it_and_as_this_service_declares(String name, Class<?> port, Path contract) {
        var call = DeclaredCall.find(CALLS, name);
        var limits = ServicePorts.limits(StatusControllerTest.SETTINGS);

        assertThat(PortContract.faults(port, call, contract)).isEmpty();
        assertThat(limits.timeout()).isEqualTo(call.timeout());
        assertThat(limits.atOnce()).isEqualTo(call.atOnce());
    }
}
