/** What the HTTP doors of all domains share: pages, cursors, versions, merge patches, faults in a request. */
@NullMarked
package dev.pmt.api.wire;

import org.jspecify.annotations.NullMarked;
