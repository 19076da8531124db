package dev.pmt.notifications.live;

import dev.pmt.shared.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SocketController {

    private final Tickets tickets;
    private final Sockets sockets;
    private final String origin;

    SocketController(Tickets tickets, Sockets sockets, @Value("${pmt.url}") URI url) {
        this.tickets = tickets;
        this.sockets = sockets;
        this.origin = url.getScheme() + "://" + url.getRawAuthority();
    }

    /** Turns the request into a socket of whoever the ticket was made for. */
    @GetMapping("/ws")
    void open(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String ticket,
            @RequestHeader(name = "Upgrade", defaultValue = "") String upgrade,
            @RequestHeader(name = "Origin", required = false) @Nullable String from)
            throws IOException, DeploymentException {
        if (!upgrade.equalsIgnoreCase("websocket")) {
            throw new ProblemException(
                    HttpStatus.UPGRADE_REQUIRED, "upgrade-required", "This address takes WebSockets only.");
        }
        if (from != null && !from.equals(origin)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "cross-site-request", "A socket must be opened by PMT's own pages.");
        }
        sockets.admit();
        var user = tickets.take(ticket)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "invalid-ticket",
                        "The ticket is unknown, used or too old; ask for a new one."));
        var endpoint = sockets.endpointFor(user);
        var config = ServerEndpointConfig.Builder.create(SocketEndpoint.class, "/ws")
                .configurator(new Handshake(endpoint))
                .build();
        container(request).upgradeHttpToWebSocket(request, response, config, Map.of());
    }

    private static ServerContainer container(HttpServletRequest request) {
        var container = request.getServletContext().getAttribute(ServerContainer.class.getName());
        return (ServerContainer) Objects.requireNonNull(container, "Tomcat has a WebSocket container");
    }

    /** Gives the container the endpoint, and no extension: compression costs 300 KB a socket for messages of 300 bytes. */
    private static final class Handshake extends ServerEndpointConfig.Configurator {

        private final SocketEndpoint endpoint;

        Handshake(SocketEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }

        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }
    }
}
