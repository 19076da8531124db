/**
 * What PMT shows of people, from what auth tells of them. Other modules name people by {@link dev.pmt.api.profiles.UserId};
 * their own queries join {@code profile} where it matters whether somebody is still here.
 */
@NullMarked
package dev.pmt.api.profiles;

import org.jspecify.annotations.NullMarked;
