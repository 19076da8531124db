package dev.pmt.gateway.admin;

import dev.pmt.shared.service.ServiceStartException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The doors of the machine's own administrator.
 *
 * @param port of the management listener on loopback, 0 for a free one
 * @param secret that the management listener asks for as a bearer token, at least 16 characters
 * @param run folder for the Unix socket and the management address; without it there is no socket
 * @param version what the edge says it is
 */
public record AdminSettings(int port, String secret, Optional<Path> run, String version) {

    /** Checks the secret. */
    public AdminSettings {
        if (secret.length() < 16) {
            throw new ServiceStartException("pmt.edge.admin-secret must have at least 16 characters.", null);
        }
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "AdminSettings[port=" + port + ", run=" + run + "]";
    }
}
