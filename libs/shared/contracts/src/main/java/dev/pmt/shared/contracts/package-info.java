/** What a service's tests hold its contract against; for tests only. */
@NullMarked
package dev.pmt.shared.contracts;

import org.jspecify.annotations.NullMarked;
