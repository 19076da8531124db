package dev.pmt.gateway.admin;

import dev.pmt.shared.service.ServiceStartException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The doors of the machine's own administrator.
 *
 * @param bind address of the management listener: loopback, or one that services elsewhere reach and browsers do not
 * @param port of the management listener, 0 for a free one
 * @param secret that the management listener asks for as a bearer token, at least 16 characters
 * @param healthKey the public JWK of who may read which services there are; without it only the secret's holder may
 * @param run folder for the Unix socket and the management address; without it there is no socket
 * @param version what the edge says it is
 */
public record AdminSettings(
        String bind, int port, String secret, Optional<String> healthKey, Optional<Path> run, String version) {

    /** Checks the secret. */
    public AdminSettings {
        if (secret.length() < 16) {
            throw new ServiceStartException("pmt.edge.admin-secret must have at least 16 characters.", null);
        }
    }

    /** Returns where programs of this machine reach the listener. */
    String host() {
        return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "AdminSettings[bind=" + bind + ", port=" + port + ", run=" + run + "]";
    }
}
