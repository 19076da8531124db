package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"monolith", "split", "doors"})
    void those_that_come_with_the_program_run_each_service_in_one_place(String name) {
        var topology = Topology.named(name);

        assertThat(TopologyCheck.problems(topology, ServiceHost.distribution())).isEmpty();
        assertThat(topology.services())
                .containsExactlyInAnyOrderElementsOf(Topology.named("monolith").services());
    }

    @Test
    void the_process_of_the_edge_starts_first() throws Exception {
        var topology = topology("processes: {core: [auth], edge: [web, gateway], live: [health]}");

        assertThat(topology.startingOrder()).containsExactly("edge", "core", "live");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "processes: {a: [gateway, auth], b: [auth]} | Service auth must stand in one process only: a, b.",
                "processes: {a: [gateway], b: []}           | Process b must run a service.",
                "processes: {a: [gateway, jira]}            | Service jira of process a is not in this program; it has [",
                "processes: {a: [auth]}                     | A process must run gateway: without the edge nothing can be reached.",
                "processes: {a: [gateway, api]}             | Service api hears events of auth, which no process runs."
            })
    void says_what_is_wrong(String text, String problem) throws Exception {
        assertThat(TopologyCheck.problems(topology(text), Set.of("gateway", "auth", "api")))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "processes",
                "processes: [gateway]",
                "processes: {a: gateway}",
                "processes: {a: [1]}",
                "processes: {'a b': [gateway]}",
                "processes: {a: [gateway]}\nhosts: {}",
                "processes: {a: [gateway]}\ndatabases: many",
                "processes: {a: [gateway",
                "!!java.util.Date {}"
            })
    void refuses_what_is_no_topology_and_says_how_one_looks(String text) {
        assertThatThrownBy(() -> topology(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("mine must be a topology: \"processes:\", and below it lines like");
    }

    @Test
    void says_whether_services_have_databases_of_their_own() throws Exception {
        assertThat(topology("processes: {a: [gateway]}").ownDatabases()).isFalse();
        assertThat(topology("{processes: {a: [gateway]}, databases: shared}").ownDatabases())
                .isFalse();
        assertThat(topology("{processes: {a: [gateway]}, databases: own}").ownDatabases())
                .isTrue();
        assertThat(Topology.named("split").without(List.of("api")).ownDatabases())
                .isTrue();
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Topology.named("/nowhere/mine.yml"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("/nowhere/mine.yml");
    }

    @Test
    void the_command_line_shows_and_checks() throws Exception {
        var shown = CommandLineRun.of("topology", "show", "doors");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.output())
                .contains("core", "notifications", "hears api (by the carrier)", "hears auth (in process)");

        assertThat(CommandLineRun.of("topology", "check", "split").output())
                .contains("Topology split can be started: 6 services in 6 processes.");
        var file = Files.writeString(directory.resolve("mine.yml"), "processes: {a: [gateway, nothing], b: []}");
        var refused = CommandLineRun.of("topology", "check", file.toString());
        assertThat(refused.exitCode()).isEqualTo(Exit.USAGE.code());
        assertThat(refused.output()).contains("Topology mine cannot be started.", "nothing", "Process b");
        assertThat(CommandLineRun.of("topology").exitCode()).isEqualTo(Exit.USAGE.code());
    }

    private Topology topology(String text) throws IOException {
        return Topology.named(
                Files.writeString(directory.resolve("mine.yml"), text).toString());
    }
}
