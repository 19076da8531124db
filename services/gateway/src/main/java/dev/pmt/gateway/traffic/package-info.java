/** What moves a service's requests from one address to another: hold, canary, shadow. Immutable rules and what is counted by them. */
@NullMarked
package dev.pmt.gateway.traffic;

import org.jspecify.annotations.NullMarked;
