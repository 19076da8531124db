/**
 * Queries that people keep under a name, for themselves or for everyone in a project. A view says which tasks are wanted; what
 * a reader gets of them is decided when it is asked, by the reader's own rights.
 */
@NullMarked
package dev.pmt.api.views;

import org.jspecify.annotations.NullMarked;
