/** Tells people what happens: live, over a socket. */
@NullMarked
package dev.pmt.notifications;

import org.jspecify.annotations.NullMarked;
