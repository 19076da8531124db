package dev.pmt.auth.users;

import dev.pmt.auth.users.Invitations.Invitation;

/** A new person and the link that lets them in. */
record CreatedUser(UserView user, Invitation oneTimeLink) {}
