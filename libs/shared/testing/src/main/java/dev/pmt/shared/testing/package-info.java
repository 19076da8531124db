/** Real servers for tests, a PostgreSQL and an issuer of tokens, and the table of rights that a contract is held against. */
@NullMarked
package dev.pmt.shared.testing;

import org.jspecify.annotations.NullMarked;
