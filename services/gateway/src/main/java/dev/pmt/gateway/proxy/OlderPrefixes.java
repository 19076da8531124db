package dev.pmt.gateway.proxy;

import dev.pmt.gateway.http.RequestTarget;
import dev.pmt.gateway.routes.Alias;
import dev.pmt.gateway.routes.RouteTable;
import io.vertx.httpproxy.ProxyContext;

/** Has requests that name an older prefix go on under the newer one, and tells whoever asked so. */
final class OlderPrefixes {

    private static final String KEY = "pmt.alias";

    private record Used(Alias alias, String successor) {}

    private OlderPrefixes() {}

    /** Returns the path that counts for a request: its own, or the newer one for an older. */
    static String path(ProxyContext context, RouteTable table) {
        var path = context.request().proxiedRequest().path();
        if (table.aliases().isEmpty()) {
            return path;
        }
        var alias = table.aliasFor(path);
        if (alias.isEmpty()) {
            return path;
        }
        var target = alias.get().rewritten(context.request().getURI());
        var successor = RequestTarget.path(target);
        context.request().setURI(target);
        context.set(KEY, new Used(alias.get(), successor));
        return successor;
    }

    /** Adds what RFC 9745 and RFC 8594 say. */
    static void tell(ProxyContext context) {
        var used = context.get(KEY, Used.class);
        if (used == null) {
            return;
        }
        var headers = context.response().headers();
        headers.set("deprecation", used.alias.deprecation());
        headers.add("link", "<" + used.successor + ">; rel=\"successor-version\"");
        var sunset = used.alias.sunsetDate();
        if (sunset != null) {
            headers.set("sunset", sunset);
        }
    }
}
