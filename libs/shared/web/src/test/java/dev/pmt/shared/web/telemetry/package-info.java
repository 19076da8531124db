@NullMarked
package dev.pmt.shared.web.telemetry;

import org.jspecify.annotations.NullMarked;
