/**
 * The language in which people ask for tasks, such as {@code type = bug AND updated > -7d ORDER BY rank}: {@link
 * dev.pmt.api.queries.Parser} makes a {@link dev.pmt.api.queries.Query} of a text or says where and why not. It knows
 * fields and their operators by {@link dev.pmt.api.queries.Fields}, and nothing of tasks: what a value means, and the SQL,
 * are their business.
 */
@NullMarked
package dev.pmt.api.queries;

import org.jspecify.annotations.NullMarked;
