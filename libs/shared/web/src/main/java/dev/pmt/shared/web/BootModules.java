package dev.pmt.shared.web;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Lets a service wake only the Boot modules it names.
 *
 * <p>In the monolith all services share one flat classpath, so a starter that one service needs would configure itself
 * in its neighbours too. A module is the package part after {@code org.springframework.boot.}, for example
 * {@code jdbc}, and the whole package for others; a service adds its own under {@code pmt.boot-modules}, separated
 * by commas.
 */
final class BootModules implements AutoConfigurationImportFilter, EnvironmentAware {

    /** What every Spring service needs at its HTTP door. */
    static final Set<String> BASE = Set.of(
            "autoconfigure",
            "jackson",
            "http.converter",
            "validation",
            "servlet",
            "tomcat",
            "web.server",
            "webmvc",
            "health",
            "actuate",
            "security");

    /** Boot also asks about what an auto-configuration imports; only auto-configurations themselves are ours to stop. */
    private static final String AUTO_CONFIGURATION = "AutoConfiguration";

    private static final String PREFIX = "org.springframework.boot.";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        var allowed = allowedModules();
        var matches = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            var candidate = candidates[i];
            matches[i] = allowed.isEmpty()
                    || candidate == null
                    || !candidate.endsWith(AUTO_CONFIGURATION)
                    || allowed.contains(moduleOf(candidate));
        }
        return matches;
    }

    private Set<String> allowedModules() {
        if (environment == null || !environment.containsProperty(SpringService.NAME)) {
            return Set.of();
        }
        var allowed = new HashSet<>(BASE);
        allowed.addAll(Set.of(environment.getProperty("pmt.boot-modules", String[].class, new String[0])));
        return allowed;
    }

    /** Returns {@code webmvc} for {@code org.springframework.boot.webmvc.autoconfigure.actuate.X}. */
    static String moduleOf(String candidate) {
        if (!candidate.startsWith(PREFIX)) {
            return candidate.substring(0, candidate.lastIndexOf('.'));
        }
        var rest = candidate.substring(PREFIX.length());
        var end = rest.indexOf(".autoconfigure");
        return end < 0 ? rest.substring(0, rest.indexOf('.')) : rest.substring(0, end);
    }
}
