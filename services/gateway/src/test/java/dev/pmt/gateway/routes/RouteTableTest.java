package dev.pmt.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

    private final Routes routes = Routes.standard(Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users, auth, TOKEN, NORMAL",
        "/api/v1/users/me, auth, TOKEN, NORMAL",
        "/api/v1/usersx, api, TOKEN, NORMAL",
        "/api/v1/projects, api, TOKEN, NORMAL",
        "/api/v1/live/tickets, notifications, TOKEN, NORMAL",
        "/ws, notifications, OPEN, NORMAL",
        "/wsx, web, OPEN, NORMAL",
        "/api/v1/imports, api, TOKEN, BULK",
        "/api/v1/admin/events/api, api, TOKEN, NORMAL",
        "/api/v1/admin/events/auth/log, auth, TOKEN, NORMAL",
        "/api/v1/admin/events/notifications, notifications, TOKEN, NORMAL",
        "/api/v1/imports/1/errors, api, TOKEN, BULK",
        "/api/v1/tasks/TEAM-1/attachments, api, TOKEN, BULK",
        "/api/v1/tasks/TEAM-1/attachments/1/content, api, TOKEN, BULK",
        "/api/v1/tasks/TEAM-1/attachmentsx, api, TOKEN, NORMAL",
        "/api/v1/tasks/TEAM-1/x/attachments, api, TOKEN, NORMAL",
        "/api/v1/tasks//attachments, api, TOKEN, NORMAL",
        "/api/v1/tasks/attachments, api, TOKEN, NORMAL",
        "/api/v2/projects, web, OPEN, NORMAL",
        "/api/status, health, OPEN, NORMAL",
        "/alive, health, OPEN, NORMAL",
        "/alive-and-well, web, OPEN, NORMAL",
        "/oauth2/token, auth, COOKIES, NORMAL",
        "/connect/logout, auth, COOKIES, NORMAL",
        "/userinfo, auth, COOKIES, NORMAL",
        "/.well-known/openid-configuration, auth, COOKIES, NORMAL",
        "/auth/sign-in, auth, COOKIES, NORMAL",
        "/, web, OPEN, NORMAL",
        "/projects/MESOS/board, web, OPEN, NORMAL",
    })
    void sends_each_path_to_the_longest_prefix(String path, String service, Door door, Load load) {
        var route = routes.current().routeFor(path).orElseThrow();

        assertThat(route.service()).isEqualTo(service);
        assertThat(route.door()).isEqualTo(door);
        assertThat(route.load()).isEqualTo(load);
    }

    @Test
    void takes_a_new_route_and_gives_it_back() {
        routes.add(new Route("/extra", "more", Door.TOKEN, Load.NORMAL));
        assertThat(routes.current().routeFor("/extra/board").orElseThrow().service())
                .isEqualTo("more");

        routes.remove("/extra");
        assertThat(routes.current().routeFor("/extra/board").orElseThrow().service())
                .isEqualTo("web");
    }

    @Test
    void a_table_in_hand_does_not_change() {
        var before = routes.current();

        routes.register("api", URI.create("http://127.0.0.1:1"));

        assertThat(before.addressOf("api")).isEmpty();
        assertThat(routes.current().addressOf("api")).contains(URI.create("http://127.0.0.1:1"));
    }

    @Test
    void names_services_without_an_address_too() {
        routes.register("extra", URI.create("http://127.0.0.1:1"));

        assertThat(routes.current().services())
                .containsExactly("api", "auth", "extra", "health", "notifications", "web");
    }

    @Test
    void forgets_an_address() {
        routes.register("api", URI.create("http://127.0.0.1:1"));
        routes.unregister("api");

        assertThat(routes.current().addressOf("api")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://127.0.0.1:1", "http://127.0.0.1", "ftp://x:1", "relative"})
    void refuses_addresses_that_it_cannot_reach(String address) {
        assertThatThrownBy(() -> routes.register("api", URI.create(address)))
                .hasMessage("address must be http://<host>:<port>: " + address);
    }

    @ParameterizedTest
    @CsvSource({"api, api", "/api/, api", "/api, Api"})
    void refuses_malformed_routes(String prefix, String service) {
        assertThatThrownBy(() -> new Route(prefix, service, Door.OPEN, Load.NORMAL))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
