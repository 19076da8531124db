package dev.pmt.auth.credentials;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a password must be and how it is kept: Argon2id with the first of the equally strong settings that OWASP's
 * Password Storage Cheat Sheet recommends (19 MiB, 2 passes, 1 lane).
 *
 * @param minLength fewest characters
 * @param maxLength most characters
 * @param memory memory that one hash fills
 * @param iterations passes over that memory
 * @param parallelism lanes
 * @param atOnce hashes computed at the same time, so that a burst of sign-ins cannot fill the heap
 */
@ConfigurationProperties("pmt.auth.password")
public record PasswordSettings(
        @DefaultValue("10") int minLength,
        @DefaultValue("128") int maxLength,
        @DefaultValue("19MB") DataSize memory,
        @DefaultValue("2") int iterations,
        @DefaultValue("1") int parallelism,
        @DefaultValue("2") int atOnce) {}
