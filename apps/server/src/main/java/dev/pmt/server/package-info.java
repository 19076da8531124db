/** Starts a list of services in one JVM, with an embedded PostgreSQL, and stops them again. */
@NullMarked
package dev.pmt.server;

import org.jspecify.annotations.NullMarked;
