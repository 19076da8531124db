package dev.pmt.auth.users;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of people and the cursor of the next page, if there is one. */
record UserPage(List<UserView> items, @Nullable String next) {}
