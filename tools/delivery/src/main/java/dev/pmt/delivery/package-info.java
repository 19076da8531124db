/** Holds what services promised: a contract against its last release, a pipeline against the Maven graph. */
@NullMarked
package dev.pmt.delivery;

import org.jspecify.annotations.NullMarked;
