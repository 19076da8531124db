/** A Spring service's own telemetry: one span and one figure a request. */
@NullMarked
package dev.pmt.shared.web.telemetry;

import org.jspecify.annotations.NullMarked;
