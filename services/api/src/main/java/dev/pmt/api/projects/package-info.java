/**
 * Projects, their statuses and workflows, and their members. Other modules find a project through {@link dev.pmt.api.projects.Projects};
 * their own queries join {@code project_member}, so that rights are decided by the query that fetches the data.
 */
@NullMarked
package dev.pmt.api.projects;

import org.jspecify.annotations.NullMarked;
