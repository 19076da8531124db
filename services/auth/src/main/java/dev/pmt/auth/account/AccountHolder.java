package dev.pmt.auth.account;

import dev.pmt.auth.users.User;
import org.jspecify.annotations.Nullable;

/**
 * An active person who asks in their own right; as a controller parameter it refuses whoever comes with an API token.
 *
 * @param session the {@code sid} of their token; null at the local administrator's socket
 */
public record AccountHolder(User user, @Nullable String session) {}
