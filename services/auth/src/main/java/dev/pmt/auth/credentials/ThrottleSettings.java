package dev.pmt.auth.credentials;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many wrong passwords are too many.
 *
 * @param perAccount failures at one account from one address before the first pause
 * @param perAddress failures from one address at all accounts together before the first pause
 * @param window failures further apart than this are not counted together
 * @param firstPause the first pause; each further failure doubles it
 * @param longestPause the pause grows no longer than this
 * @param remembered accounts and addresses kept in memory
 */
@ConfigurationProperties("pmt.auth.throttle")
public record ThrottleSettings(
        @DefaultValue("10") int perAccount,
        @DefaultValue("100") int perAddress,
        @DefaultValue("5m") Duration window,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("10000") int remembered) {}
