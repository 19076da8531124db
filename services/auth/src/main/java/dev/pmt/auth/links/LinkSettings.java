package dev.pmt.auth.links;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one-time links work.
 *
 * @param firstAdministrator the link shown on the terminal of a new installation
 * @param invitation the link an administrator hands to somebody
 * @param passwordReset the link for somebody who lost their password
 */
@ConfigurationProperties("pmt.auth.links")
public record LinkSettings(
        @DefaultValue("24h") Duration firstAdministrator,
        @DefaultValue("7d") Duration invitation,
        @DefaultValue("24h") Duration passwordReset) {}
