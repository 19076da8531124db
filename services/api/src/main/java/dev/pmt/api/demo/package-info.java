/**
 * A demonstration for who looks at an empty installation: a year in the life of three small teams, lived day by day by the same
 * code that serves people, so that boards, sprints, history and events are as if it had happened.
 */
@NullMarked
package dev.pmt.api.demo;

import org.jspecify.annotations.NullMarked;
