/** What services tell of themselves: spans for a collector, figures for whoever scrapes the process. */
@NullMarked
package dev.pmt.shared.telemetry;

import org.jspecify.annotations.NullMarked;
