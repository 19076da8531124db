/** The commands behind {@code ./pmt} that talk to a running installation. */
@NullMarked
package dev.pmt.cli;

import org.jspecify.annotations.NullMarked;
