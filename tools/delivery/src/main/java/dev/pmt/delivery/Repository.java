package dev.pmt.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The checkout that is looked at.
 *
 * @param root its top folder
 */
record Repository(Path root) {

    private static final Pattern SHARED = Pattern.compile("<artifactId>pmt-shared-([a-z]+)</artifactId>");

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);
    /** The root POM gives these the scope of tests. */
    private static final Set<String> FOR_TESTS = Set.of("testing", "contracts");

    /** Returns the names of the folders under {@code services/} that build something. */
    List<String> services() {
        try (var folders = Files.list(root.resolve("services"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of the services that publish events. */
    List<String> producers() {
        return services().stream()
                .filter(service -> Files.isDirectory(contract(service).resolve("events")))
                .toList();
    }

    /** Returns the folder of a service that others may read. */
    Path contract(String service) {
        return root.resolve("services/" + service + "/contract");
    }

    /** Returns every folder and file whose change can change what the service's build makes or tests. */
    Set<String> inputs(String service) {
        var inputs = new TreeSet<String>();
        inputs.add("services/" + service + "/**");
        inputs.add(".github/workflows/" + service + ".yml");
        inputs.add(".github/workflows/service.yml");
        inputs.add(".github/workflows/deploy.yml");
        inputs.add("pom.xml");
        inputs.add("services/pom.xml");
        inputs.add("libs/shared/pom.xml");
        inputs.add(".mvn/**");
        inputs.add("pmt");
        sharedParts(root.resolve("services/" + service + "/pom.xml"), new LinkedHashSet<>())
                .forEach(part -> inputs.add("libs/shared/" + part + "/**"));
        others(service, "calls.yml", "provider")
                .forEach(provider -> inputs.add("services/" + provider + "/contract/internal.yaml"));
        others(service, "consumes.yml", "producer")
                .forEach(producer -> inputs.add("services/" + producer + "/contract/events/**"));
        if (service.equals("web")) {
            services().stream()
                    .filter(other -> Files.exists(root.resolve("services/" + other + "/contract/openapi.yaml")))
                    .forEach(other -> inputs.add("services/" + other + "/contract/**"));
            inputs.add("libs/shared/events/contract/**");
        }
        return inputs;
    }

    /** Returns the other services that a file of this one's contract names as this: its tests take what those offer. */
    private Set<String> others(String service, String file, String role) {
        var others = new TreeSet<String>();
        var path = contract(service).resolve(file);
        if (Files.exists(path)) {
            new YAMLMapper()
                    .readTree(path.toFile())
                    .forEach(one -> others.add(one.path(role).asString()));
        }
        others.retainAll(services());
        others.remove(service);
        return others;
    }

    /** Returns the parts of libs/shared that the running service holds: not those that only its tests need. */
    Set<String> sharedAtRunTime(String service) {
        return sharedAtRunTime(root.resolve("services/" + service + "/pom.xml"), new TreeSet<>());
    }

    private Set<String> sharedAtRunTime(Path pom, Set<String> found) {
        DEPENDENCY.matcher(dependencies(pom)).results().map(MatchResult::group).forEach(dependency -> {
            var shared = SHARED.matcher(dependency);
            if (shared.find()
                    && !dependency.contains("<scope>test</scope>")
                    && !FOR_TESTS.contains(shared.group(1))
                    && found.add(shared.group(1))) {
                sharedAtRunTime(root.resolve("libs/shared/" + shared.group(1) + "/pom.xml"), found);
            }
        });
        return found;
    }

    /** Follows dependencies on libs/shared through its own POMs. */
    private Set<String> sharedParts(Path pom, Set<String> found) {
        var matcher = SHARED.matcher(dependencies(pom));
        while (matcher.find()) {
            if (found.add(matcher.group(1))) {
                sharedParts(root.resolve("libs/shared/" + matcher.group(1) + "/pom.xml"), found);
            }
        }
        return found;
    }

    private static String dependencies(Path pom) {
        var text = text(pom);
        return text.substring(Math.max(0, text.indexOf("<dependencies>")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
