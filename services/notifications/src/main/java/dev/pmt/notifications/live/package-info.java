/**
 * Sockets that are told of changes as they happen. {@link dev.pmt.notifications.live.LiveEvents} hears api's events and
 * keeps, in one transaction, who may see what and the latest events; {@link dev.pmt.notifications.live.Tail} reads those
 * in every process and gives them to {@link dev.pmt.notifications.live.Hub}, which knows the sockets. Start with
 * {@code contract/live.md}.
 */
@NullMarked
package dev.pmt.notifications.live;

import org.jspecify.annotations.NullMarked;
