/** One-time links: how the first administrator and invited people come to a password. */
@NullMarked
package dev.pmt.auth.links;

import org.jspecify.annotations.NullMarked;
