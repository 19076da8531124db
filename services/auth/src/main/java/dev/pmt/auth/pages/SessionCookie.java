package dev.pmt.auth.pages;

import dev.pmt.auth.installation.Installation;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Keeps the session cookie off plain http when browsers come over TLS, whatever the last hop to us looks like. */
@Component
class SessionCookie implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    private final Installation installation;

    SessionCookie(Installation installation) {
        this.installation = installation;
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        factory.getSettings().getSession().getCookie().setSecure(installation.secure());
    }
}
