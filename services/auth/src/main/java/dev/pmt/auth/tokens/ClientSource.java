package dev.pmt.auth.tokens;

import java.util.List;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Names clients beside the edge. */
public interface ClientSource {

    /** Returns the clients. */
    List<RegisteredClient> clients();
}
