package dev.pmt.gateway.routes;

import dev.pmt.gateway.traffic.Steering;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** One state of the routing: immutable, so a request sees the same table from beginning to end. */
public record RouteTable(
        List<Route> routes, List<Alias> aliases, Map<String, URI> addresses, Map<String, Steering> steering) {

    /** Sorts the routes, longest prefix first. */
    public RouteTable {
        routes = routes.stream()
                .sorted(Comparator.comparingInt((Route route) -> route.prefix().length())
                        .reversed())
                .toList();
        aliases = List.copyOf(aliases);
        addresses = Map.copyOf(addresses);
        steering = Map.copyOf(steering);
    }

    /** Finds the route with the longest prefix that covers the path. */
    public Optional<Route> routeFor(String path) {
        for (var route : routes) {
            if (route.covers(path)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /** Finds the older prefix that the path names, unless a route names more of it. */
    public Optional<Alias> aliasFor(String path) {
        if (aliases.isEmpty()) {
            return Optional.empty();
        }
        var routed = routeFor(path).map(route -> route.prefix().length()).orElse(0);
        return aliases.stream()
                .filter(alias -> alias.covers(path) && alias.prefix().length() >= routed)
                .max(Comparator.comparingInt(alias -> alias.prefix().length()));
    }

    /** Finds where a service runs; empty when it is not registered. */
    public Optional<URI> addressOf(String service) {
        return Optional.ofNullable(addresses.get(service));
    }

    /** Finds what is done with a service's requests on their way; nothing, as a rule. */
    public Steering steeringOf(String service) {
        return steering.isEmpty() ? Steering.NONE : steering.getOrDefault(service, Steering.NONE);
    }

    /** Names every service that has a route or an address. */
    public SortedSet<String> services() {
        var names = new TreeSet<>(addresses.keySet());
        for (var route : routes) {
            names.add(route.service());
            if (route.turn() != null) {
                names.add(route.turn().service());
            }
        }
        return names;
    }

    RouteTable with(Route route) {
        var changed = new ArrayList<>(routes);
        changed.removeIf(old -> old.prefix().equals(route.prefix()));
        changed.add(route);
        return new RouteTable(changed, aliases, addresses, steering);
    }

    RouteTable with(Alias alias) {
        var changed = new ArrayList<>(aliases);
        changed.removeIf(old -> old.prefix().equals(alias.prefix()));
        changed.add(alias);
        return new RouteTable(routes, changed, addresses, steering);
    }

    RouteTable without(String prefix) {
        var kept =
                routes.stream().filter(route -> !route.prefix().equals(prefix)).toList();
        var others =
                aliases.stream().filter(alias -> !alias.prefix().equals(prefix)).toList();
        return new RouteTable(kept, others, addresses, steering);
    }

    RouteTable registered(String service, URI address) {
        var changed = new HashMap<>(addresses);
        changed.put(service, address);
        return new RouteTable(routes, aliases, changed, steering);
    }

    RouteTable unregistered(String service) {
        var changed = new HashMap<>(addresses);
        changed.remove(service);
        return new RouteTable(routes, aliases, changed, steering);
    }

    RouteTable steered(String service, UnaryOperator<Steering> change) {
        var changed = new HashMap<>(steering);
        var steered = change.apply(steeringOf(service));
        if (steered.equals(Steering.NONE)) {
            changed.remove(service);
        } else {
            changed.put(service, steered);
        }
        return new RouteTable(routes, aliases, addresses, changed);
    }
}
