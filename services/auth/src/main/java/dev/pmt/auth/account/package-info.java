/** One's own account: profile, password, sessions; closed to API tokens where they could outlive their revocation. */
@NullMarked
package dev.pmt.auth.account;

import org.jspecify.annotations.NullMarked;
