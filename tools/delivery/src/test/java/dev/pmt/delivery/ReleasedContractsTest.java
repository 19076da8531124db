package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds each service's contracts against those it released last, for its users and for other services. */
class ReleasedContractsTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());

    /** Doors that several services have; their contracts are beside the code that they share. */
    private static final List<String> SHARED = List.of("libs/shared/events", "libs/shared/web");

    private static final List<String> FILES = List.of("openapi.yaml", "internal.yaml");

    @TestFactory
    Stream<DynamicTest> every_service_keeps_what_it_released() {
        return contracts()
                .map(contract -> DynamicTest.dynamicTest(
                        REPOSITORY.root().relativize(contract).toString(), () -> {
                            if (Boolean.getBoolean("contracts.release")) {
                                release(contract);
                            }
                            var released = Contract.read(released(contract));

                            assertThat(released.operations()).isNotEmpty();
                            assertThat(ContractComparison.breaks(released, Contract.read(contract)))
                                    .as("breaks of the released contract; a break needs a new version of the API")
                                    .isEmpty();
                        }));
    }

    @Test
    void sees_the_contracts_of_several_services() {
        assertThat(contracts().filter(contract -> contract.endsWith("openapi.yaml")))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(contracts().filter(contract -> contract.endsWith("internal.yaml")))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void a_break_planted_into_a_real_contract_is_found() throws IOException {
        var text = Files.readString(REPOSITORY.contract("api").resolve("openapi.yaml"));

        assertThat(ContractComparison.breaks(
                        Contract.parse(text),
                        Contract.parse(text.replace("  /tasks/{key}/move:", "  /tasks/{key}/shift:"))))
                .contains("POST /tasks/{key}/move was removed");
    }

    private static void release(Path contract) throws IOException {
        Files.createDirectories(released(contract).getParent());
        Files.copy(contract, released(contract), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Stream<Path> contracts() {
        return Stream.concat(
                        REPOSITORY.services().stream().map(REPOSITORY::contract),
                        SHARED.stream().map(part -> REPOSITORY.root().resolve(part + "/contract")))
                .flatMap(folder -> FILES.stream().map(folder::resolve))
                .filter(Files::exists);
    }

    private static Path released(Path contract) {
        return contract.resolveSibling("released").resolve(contract.getFileName());
    }
}
