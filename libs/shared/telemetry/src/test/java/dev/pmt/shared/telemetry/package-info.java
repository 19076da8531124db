@NullMarked
package dev.pmt.shared.telemetry;

import org.jspecify.annotations.NullMarked;
