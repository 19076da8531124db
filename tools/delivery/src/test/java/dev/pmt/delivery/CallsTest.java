package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the declared calls between services ({@code contract/calls.yml}) against contracts and sources. */
class CallsTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("").toAbsolutePath().getParent().getParent());
    private static final Calls CALLS = new Calls(REPOSITORY);

    private static final Pattern PORT = Pattern.compile("(?m)^\\s*@(Http|Get|Post|Put|Patch|Delete)Exchange\\b");
    private static final Pattern CLIENT = Pattern.compile("import [\\w.]+\\.(HttpClient|HttpURLConnection|RestClient"
            + "|RestOperations|RestTemplate|WebClient|WebSocketClient|HttpServiceProxyFactory);");
    /** Where connections are made, for all. */
    private static final Set<String> CLIENTS = Set.of("Ports.java", "Origins.java", "HealthCheck.java");

    @TestFactory
    Stream<DynamicTest> every_called_operation_is_offered_and_changes_nothing() {
        assertThat(CALLS.all())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(made -> assertThat(made.callers()).isNotEmpty());
        return CALLS.all().stream()
                .flatMap(made -> made.call().operations().stream()
                        .map(operation -> DynamicTest.dynamicTest(made.call().name() + " " + operation, () -> {
                            var offered = offered(CALLS.contract(made.call()), operation);

                            assertThat(offered).as("operations with this id").hasSize(1);
                            assertThat(offered.getFirst().startsWith("GET ")
                                            || operation.equals("issueToken")
                                            || isOfTheEdge(made))
                                    .as("a service only reads; the edge acts for its user at auth")
                                    .isTrue();
                        })));
    }

    @Test
    void every_port_in_the_code_is_declared_and_every_declared_one_is_there() {
        var ports = sources(PORT);
        var declared = CALLS.all().stream().map(made -> made.call().port()).collect(Collectors.toSet());

        assertThat(ports).hasSizeGreaterThanOrEqualTo(4);
        assertThat(declared).containsAll(ports);
        assertThat(sources(Pattern.compile("(interface|class) \\w"))).containsAll(declared);
    }

    @Test
    void nobody_calls_by_other_means() {
        assertThat(sources(CLIENT).stream().map(name -> name + ".java")).containsExactlyInAnyOrderElementsOf(CLIENTS);
    }

    @Test
    void the_page_of_calls_and_the_readme_are_fresh() throws IOException {
        var page = new CallsPage(CALLS);

        EventDocumentsTest.compare(REPOSITORY.root().resolve("docs/calls.md"), page.render());
        var readme = REPOSITORY.root().resolve("README.md");
        EventDocumentsTest.compare(readme, page.inReadme(Files.readString(readme)));
    }

    private static boolean isOfTheEdge(Calls.Made made) {
        return made.callers().equals(List.of("gateway"))
                && made.call().provider().equals("auth");
    }

    private static List<String> offered(Path contract, String operation) {
        return Contract.read(contract).operations().entrySet().stream()
                .filter(entry -> operation.equals(
                        entry.getValue().node().path("operationId").asString("")))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** Returns the names of the classes of services and their libraries in whose source the pattern is. */
    private static Set<String> sources(Pattern pattern) {
        var found = new TreeSet<String>();
        var roots = Stream.concat(
                REPOSITORY.services().stream().map(service -> "services/" + service),
                Stream.of("service", "web", "data", "events", "carriers").map(part -> "libs/shared/" + part));
        roots.map(root -> REPOSITORY.root().resolve(root + "/src/main/java"))
                .filter(Files::isDirectory)
                .forEach(root -> {
                    try (var files = Files.walk(root)) {
                        files.filter(file -> file.toString().endsWith(".java") && has(file, pattern))
                                .forEach(file ->
                                        found.add(file.getFileName().toString().replace(".java", "")));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
        return found;
    }

    private static boolean has(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
