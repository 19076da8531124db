package dev.pmt.notifications.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What sockets may cost, and how long things are kept for them.
 *
 * @param ticket how long a ticket opens a socket
 * @param tickets unused tickets of one user at a time
 * @param sockets sockets of one process
 * @param socketsOfUser of these, one user's
 * @param longestSocket when a socket must be opened anew, with a new ticket: until then a user who was locked out still hears
 * @param topics subscriptions of one socket
 * @param longestMessage largest message of a client
 * @param queue messages that wait for one client at most
 * @param window messages sent to a client beyond the last ping that it has answered
 * @param ping how often a client is asked whether it is there
 * @param silence how long it may say nothing
 * @param sendTimeout how long one message may take to leave
 * @param poll how often events of other processes are looked for
 * @param presence how soon those who show a topic are told who else does
 * @param replay missed events that are sent again at most; who missed more reads everything anew
 * @param keepEvents events kept for that
 * @param keep for how long
 */
@ConfigurationProperties("pmt.live")
record LiveSettings(
        @DefaultValue("30s") Duration ticket,
        @DefaultValue("40") int tickets,
        @DefaultValue("5000") int sockets,
        @DefaultValue("20") int socketsOfUser,
        @DefaultValue("15m") Duration longestSocket,
        @DefaultValue("20") int topics,
        @DefaultValue("1KB") DataSize longestMessage,
        @DefaultValue("256") int queue,
        @DefaultValue("256") int window,
        @DefaultValue("20s") Duration ping,
        @DefaultValue("50s") Duration silence,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("250ms") Duration poll,
        @DefaultValue("1s") Duration presence,
        @DefaultValue("200") int replay,
        @DefaultValue("10000") int keepEvents,
        @DefaultValue("1h") Duration keep) {}
