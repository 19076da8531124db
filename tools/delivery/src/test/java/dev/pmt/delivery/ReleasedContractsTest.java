package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds each service's contract against the one it released last: {@code contract/released/openapi.yaml}. */
class ReleasedContractsTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());

    /** The door that every service with events has; its contract is beside the code that they share. */
    private static final String EVENTS = "events";

    @TestFactory
    Stream<DynamicTest> every_service_keeps_what_it_released() {
        return Stream.concat(REPOSITORY.services().stream(), Stream.of(EVENTS))
                .filter(service -> Files.exists(contract(service)))
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    if (Boolean.getBoolean("contracts.release")) {
                        release(service);
                    }
                    var released = Contract.read(released(service));

                    assertThat(released.operations()).isNotEmpty();
                    assertThat(ContractComparison.breaks(released, Contract.read(contract(service))))
                            .as("breaks of the released contract; a break needs a new version of the API")
                            .isEmpty();
                }));
    }

    @Test
    void sees_the_contracts_of_several_services() {
        assertThat(REPOSITORY.services().stream().filter(service -> Files.exists(contract(service))))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void a_break_planted_into_a_real_contract_is_found() throws IOException {
        var text = Files.readString(contract("api"));

        assertThat(ContractComparison.breaks(
                        Contract.parse(text),
                        Contract.parse(text.replace("  /tasks/{key}/move:", "  /tasks/{key}/shift:"))))
                .contains("POST /tasks/{key}/move was removed");
    }

    private static void release(String service) throws IOException {
        Files.createDirectories(released(service).getParent());
        Files.copy(contract(service), released(service), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path contract(String service) {
        return folder(service).resolve("openapi.yaml");
    }

    private static Path released(String service) {
        return folder(service).resolve("released/openapi.yaml");
    }

    private static Path folder(String service) {
        return service.equals(EVENTS)
                ? REPOSITORY.root().resolve("libs/shared/events/contract")
                : REPOSITORY.contract(service);
    }
}
