/** A service's own database role, schema and migrations. */
@NullMarked
package dev.pmt.shared.data;

import org.jspecify.annotations.NullMarked;
