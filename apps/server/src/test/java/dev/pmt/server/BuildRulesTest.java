package dev.pmt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuildRulesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Pattern OWN_ARTIFACT = Pattern.compile("<artifactId>(pmt-[a-z-]+)</artifactId>");

    @Test
    void no_service_depends_on_another() throws IOException {
        assertThat(services())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(service ->
                        assertThat(ownDependencies(service)).allMatch(artifact -> artifact.startsWith("pmt-shared-")));
    }

    @Test
    void no_source_of_a_service_names_another_services_package() throws IOException {
        var names =
                services().stream().map(path -> path.getFileName().toString()).toList();
        var sources = sources();

        assertThat(sources).hasSizeGreaterThan(100);
        for (var source : sources) {
            var own = ROOT.resolve("services").relativize(source).getName(0).toString();
            var text = Files.readString(source);
            assertThat(names)
                    .filteredOn(name -> !name.equals(own))
                    .noneMatch(name -> text.contains("dev.pmt." + name + "."));
        }
    }

    @Test
    void the_enforcer_holds_the_same_rule() throws IOException {
        assertThat(Files.readString(ROOT.resolve("services/pom.xml")))
                .contains("<exclude>dev.pmt:*</exclude>", "<include>dev.pmt:pmt-shared-*</include>");
    }

    @Test
    void every_package_says_what_may_be_null() throws IOException {
        var packages = sources().stream().map(Path::getParent).collect(Collectors.toSet());

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(Files.readString(folder.resolve("package-info.java")))
                        .contains("@NullMarked"));
    }

    @Test
    void the_topology_names_every_service_once() throws IOException {
        var folders =
                services().stream().map(path -> path.getFileName().toString()).collect(Collectors.toSet());

        assertThat(Set.copyOf(Topology.named("monolith").services("pmt"))).isEqualTo(folders);
    }

    private static List<Path> services() throws IOException {
        try (var folders = Files.list(ROOT.resolve("services"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList();
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ROOT.resolve("services"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .toList();
        }
    }

    private static List<String> ownDependencies(Path service) throws IOException {
        var pom = Files.readString(service.resolve("pom.xml"));
        var dependencies = pom.substring(pom.indexOf("<dependencies>"));
        return Stream.of(dependencies)
                .flatMap(text -> OWN_ARTIFACT.matcher(text).results())
                .map(match -> match.group(1))
                .toList();
    }
}
