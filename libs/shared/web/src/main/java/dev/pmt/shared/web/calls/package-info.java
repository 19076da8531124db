/** How a service asks another one: by interfaces of its own, within limits, and never in the middle of a write. */
@NullMarked
package dev.pmt.shared.web.calls;

import org.jspecify.annotations.NullMarked;
