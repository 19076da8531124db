package dev.pmt.notifications.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The container's side of one socket. */
final class SocketEndpoint extends Endpoint {

    private static final Logger log = LoggerFactory.getLogger(SocketEndpoint.class);

    private final Sockets sockets;
    private final Function<Session, LiveSocket> maker;
    private @Nullable LiveSocket socket;

    SocketEndpoint(Sockets sockets, Function<Session, LiveSocket> maker) {
        this.sockets = sockets;
        this.maker = maker;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        var opened = maker.apply(session);
        socket = opened;
        MessageHandler.Whole<String> handler = text -> sockets.said(opened, text);
        session.addMessageHandler(String.class, handler);
        sockets.opened(opened);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (socket != null) {
            sockets.closed(socket);
        }
    }

    @Override
    public void onError(Session session, Throwable reason) {
        log.debug("A socket failed", reason);
    }
}
