/** Proof of identity: passwords (Argon2id), sign-in with throttling. */
@NullMarked
package dev.pmt.auth.credentials;

import org.jspecify.annotations.NullMarked;
