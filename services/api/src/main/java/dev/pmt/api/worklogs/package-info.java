/** Time that people worked on tasks, which they log themselves. */
@NullMarked
package dev.pmt.api.worklogs;

import org.jspecify.annotations.NullMarked;
