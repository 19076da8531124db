package dev.pmt.auth.users;

import java.net.URI;
import java.time.Instant;

/** Makes the link with which a person sets their first password. */
public interface Invitations {

    /** Makes a one-time link for the person and voids those made for them before. */
    Invitation invite(User user);

    /** Makes a one-time link that lets the person set a new password and voids those made for them before. */
    Invitation resetPassword(User user);

    /**
     * A link that works once.
     *
     * @param url opens the page that asks for a password; a secret
     */
    record Invitation(URI url, Instant expiresAt) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Invitation[expiresAt=" + expiresAt + "]";
        }
    }
}
