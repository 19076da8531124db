package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.RightsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds each service's table of rights against its contract: nothing can be offered without saying to whom. */
class RightsTablesTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());

    @TestFactory
    Stream<DynamicTest> every_service_with_a_contract_says_who_may_do_what() {
        var services = REPOSITORY.services().stream()
                .filter(service -> Files.exists(folder(service).resolve("contract/openapi.yaml")))
                .toList();
        assertThat(services).hasSizeGreaterThanOrEqualTo(4);
        return services.stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    var cells = RightsTable.cells(
                            folder(service).resolve("contract/openapi.yaml"),
                            folder(service).resolve("src/test/resources/rights.yml"));

                    assertThat(cells).isNotEmpty();
                    assertThat(folder(service).resolve("src/test/java/dev/pmt/" + service + "/RightsTest.java"))
                            .exists();
                }));
    }

    private static Path folder(String service) {
        return REPOSITORY.root().resolve("services/" + service);
    }
}
