package dev.pmt.shared.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Says which version runs and since when, at {@code /actuator/info} and to administrators. */
final class VersionInfo implements InfoContributor {

    private final String version;
    private final Instant startedAt;

    VersionInfo(String version, Clock clock) {
        this.version = version;
        this.startedAt = clock.instant();
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetails(facts());
    }

    Map<String, Object> facts() {
        return Map.of("version", version, "startedAt", startedAt.toString());
    }
}
