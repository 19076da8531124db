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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Dashboards, alerts and pages name only what there is: {@code MonolithTest} holds the same table against a running PMT. */
class TelemetryDocumentsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path PAGES = ROOT.resolve("docs/runbooks/alerts");
    private static final Pattern FIGURE = Pattern.compile("\\b(?:pmt|http_server|hikaricp|jvm|process)_[a-z_]+");

    @Test
    void every_alert_has_a_page_that_exists_and_every_page_an_alert() throws IOException {
        var alerts = alerts();

        assertThat(alerts).hasSizeGreaterThan(5).allSatisfy(alert -> {
            var page = ROOT.resolve(
                    alert.required("annotations").required("runbook_url").asString());
            assertThat(page).isRegularFile().hasFileName(name(alert) + ".md");
            assertThat(Files.readString(page))
                    .startsWith("# " + name(alert) + ":")
                    .contains("**Means.**", "**People notice.**", "**Look**", "**Do**");
            assertThat(alert.required("labels").required("severity").asString()).isIn("warning", "critical");
        });
        try (var pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            alerts.stream().map(TelemetryDocumentsTest::name).toList());
        }
        assertThat(part("alerts"))
                .contains(alerts.stream()
                        .map(alert -> "(runbooks/alerts/" + name(alert) + ".md)")
                        .toList());
    }

    @Test
    void alerts_are_about_figures_that_are_documented() throws IOException {
        var expressions = alerts().stream()
                .map(alert -> alert.required("expr").asString())
                .collect(Collectors.joining("\n"));

        assertThat(figures(expressions)).isNotEmpty().isSubsetOf(documented());
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests", "inside"})
    void dashboards_are_about_figures_that_are_documented(String name) throws IOException {
        var dashboard = new YAMLMapper().readTree(Files.readString(ROOT.resolve("infra/grafana/" + name + ".json")));
        var panels = dashboard
                .required("panels")
                .valueStream()
                .filter(panel -> !panel.required("type").asString().equals("row"))
                .toList();

        assertThat(dashboard.required("uid").asString()).startsWith("pmt-");
        assertThat(panels.stream().map(panel -> panel.required("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels)
                .allSatisfy(panel -> assertThat(figures(expressions(panel))).isNotEmpty());
        assertThat(panels.stream().flatMap(panel -> figures(expressions(panel)).stream()))
                .isSubsetOf(documented());
    }

    private static String expressions(JsonNode panel) {
        return panel.required("targets")
                .valueStream()
                .map(target -> target.required("expr").asString())
                .collect(Collectors.joining("\n"));
    }

    private static List<JsonNode> alerts() throws IOException {
        return new YAMLMapper()
                .readTree(Files.readString(ROOT.resolve("infra/prometheus/alerts.yml")))
                .required("groups")
                .valueStream()
                .flatMap(group -> group.required("rules").valueStream())
                .toList();
    }

    private static String name(JsonNode alert) {
        return alert.required("alert").asString();
    }

    private static Set<String> documented() throws IOException {
        return figures(part("figures"));
    }

    /** Names figures without the endings that a histogram has. */
    private static Set<String> figures(String text) {
        return Stream.of(text)
                .flatMap(all -> FIGURE.matcher(all).results())
                .map(match -> match.group().replaceFirst("_(count|sum|bucket)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String part(String name) throws IOException {
        var page = Files.readString(ROOT.resolve("docs/telemetry.md"));
        return page.substring(page.indexOf("<!-- " + name + " -->"), page.indexOf("<!-- /" + name + " -->"));
    }
}
