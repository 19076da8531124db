/** The auth service from outside: real HTTP, a real PostgreSQL. */
@NullMarked
package dev.pmt.auth;

import org.jspecify.annotations.NullMarked;
