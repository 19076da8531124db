/** Real servers for tests, a PostgreSQL and an issuer of tokens, and a person who visits a PMT with a browser. */
@NullMarked
package dev.pmt.shared.testing;

import org.jspecify.annotations.NullMarked;
