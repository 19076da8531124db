/** Doors for the machine's own administrator: the management listener and the Unix socket. */
@NullMarked
package dev.pmt.gateway.admin;

import org.jspecify.annotations.NullMarked;
