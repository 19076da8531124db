package dev.pmt.auth.tokens;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;

/**
 * A key pair that is published.
 *
 * @param signsFrom before then nothing is signed with it, so that every cache of public keys has it in time
 */
record SigningKey(RSAKey pair, Instant signsFrom) {}
