package dev.pmt.shared.web;

import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Says which version runs and since when, at {@code /actuator/info}. */
final class VersionInfo implements InfoContributor {

    private final String version;
    private final Instant startedAt;

    VersionInfo(String version, Clock clock) {
        this.version = version;
        this.startedAt = clock.instant();
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail("version", version).withDetail("startedAt", startedAt.toString());
    }
}
