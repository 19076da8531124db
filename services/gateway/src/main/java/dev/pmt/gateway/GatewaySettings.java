package dev.pmt.gateway;

import dev.pmt.gateway.admin.AdminSettings;
import dev.pmt.gateway.proxy.Limits;
import dev.pmt.gateway.session.ClientSettings;
import dev.pmt.gateway.traffic.ServiceAddress;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the edge runs.
 *
 * @param bind address to listen on ({@code pmt.bind}, loopback unless given)
 * @param port to listen on ({@code pmt.port}), 0 for a free one
 * @param loops event loops, each with a listener and connections of its own ({@code pmt.edge.loops}, one a core)
 * @param services where services are from the start ({@code pmt.edge.services.<name>}); whoever may change routes can tell more
 * @param tokenFailures API tokens a minute and client address that auth may refuse before the next ones have to wait
 *     ({@code pmt.edge.token-failures})
 * @param tokenRequests requests a minute that an API token may make at this process, 0 for any number
 *     ({@code pmt.edge.token-requests})
 * @param home of the installation; without it nothing is kept ({@code pmt.home})
 */
record GatewaySettings(
        String bind,
        int port,
        int loops,
        Optional<Tls> tls,
        Limits limits,
        Map<String, URI> services,
        int tokenFailures,
        int tokenRequests,
        ClientSettings client,
        AdminSettings admin,
        Optional<Path> home) {

    static final int PORT = 8080;
    static final int TOKEN_FAILURES = 30;
    static final int TOKEN_REQUESTS = 6_000;
    static final String LOOPBACK = "127.0.0.1";
    private static final String SERVICES = "pmt.edge.services.";

    /** Reads and checks the settings. @throws ServiceStartException when one is missing, wrong or unsafe */
    static GatewaySettings from(ServiceSettings values) {
        var url = externalUrl(values.require("pmt.url"));
        var bind = values.get("pmt.bind", LOOPBACK);
        refuseOpenPlainHttp(url, bind, Boolean.parseBoolean(values.get("pmt.insecure", "false")));
        var standard = Limits.STANDARD;
        return new GatewaySettings(
                bind,
                values.getInt("pmt.port", PORT),
                values.getInt("pmt.edge.loops", Runtime.getRuntime().availableProcessors()),
                tls(values),
                new Limits(
                        bytes(values, "pmt.edge.limit.body", standard.body()),
                        bytes(values, "pmt.edge.limit.bulk-body", standard.bulkBody()),
                        values.getDuration("pmt.edge.limit.time", standard.time()),
                        values.getDuration("pmt.edge.limit.idle", standard.idle())),
                services(values),
                atLeast(1, values, "pmt.edge.token-failures", TOKEN_FAILURES),
                atLeast(0, values, "pmt.edge.token-requests", TOKEN_REQUESTS),
                new ClientSettings(
                        url, values.require("pmt.edge.client-secret"), values.require("pmt.edge.cookie-secret")),
                new AdminSettings(
                        values.get("pmt.edge.admin-bind", LOOPBACK),
                        values.getInt("pmt.edge.admin-port", 0),
                        values.require("pmt.edge.admin-secret"),
                        values.find("pmt.edge.service-keys.health"),
                        values.find("pmt.home").map(home -> Path.of(home, "run")),
                        values.get("pmt.version", "dev")),
                values.find("pmt.home").map(Path::of));
    }

    private static URI externalUrl(String text) {
        try {
            var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            var http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (http && url.getHost() != null && url.getRawPath().isEmpty() && url.getRawUserInfo() == null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // answered below, in words
        }
        throw new ServiceStartException(
                "Setting pmt.url must be http(s)://<host>[:<port>] without a path: " + text, null);
    }

    private static void refuseOpenPlainHttp(URI url, String bind, boolean insecure) {
        if (!isLoopback(bind) && "http".equals(url.getScheme()) && !insecure) {
            throw new ServiceStartException(
                    "PMT will not serve plain http beyond this machine: give an https URL and TLS files or a proxy,"
                            + " bind to 127.0.0.1, or accept the risk with pmt.insecure=true.",
                    null);
        }
    }

    private static boolean isLoopback(String bind) {
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new ServiceStartException("Setting pmt.bind must be an address of this machine: " + bind, e);
        }
    }

    private static Optional<Tls> tls(ServiceSettings values) {
        var certificate = values.find("pmt.tls.certificate");
        var key = values.find("pmt.tls.key");
        if (certificate.isPresent() != key.isPresent()) {
            throw new ServiceStartException(
                    "Settings pmt.tls.certificate and pmt.tls.key must be given together.", null);
        }
        return certificate.map(file -> new Tls(Path.of(file), Path.of(key.orElseThrow())));
    }

    private static Map<String, URI> services(ServiceSettings values) {
        var services = new HashMap<String, URI>();
        values.values().forEach((key, address) -> {
            if (key.startsWith(SERVICES)) {
                services.put(key.substring(SERVICES.length()), serviceAddress(key, address));
            }
        });
        return services;
    }

    private static URI serviceAddress(String key, String text) {
        try {
            return ServiceAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new ServiceStartException("Setting " + key + " must be http://<host>:<port>: " + text, e);
        }
    }

    private static int atLeast(int least, ServiceSettings values, String key, int fallback) {
        var number = values.getInt(key, fallback);
        if (number < least) {
            throw new ServiceStartException("Setting " + key + " must be at least " + least + ": " + number, null);
        }
        return number;
    }

    private static long bytes(ServiceSettings values, String key, long fallback) {
        var text = values.find(key);
        try {
            return text.map(Long::parseLong).orElse(fallback);
        } catch (NumberFormatException e) {
            throw new ServiceStartException("Setting " + key + " must be a number of bytes: " + text.orElse(""), e);
        }
    }
}
