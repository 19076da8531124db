/** Real servers for tests: a PostgreSQL and an issuer of tokens. */
@NullMarked
package dev.pmt.shared.testing;

import org.jspecify.annotations.NullMarked;
