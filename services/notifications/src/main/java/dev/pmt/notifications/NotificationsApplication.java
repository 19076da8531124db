package dev.pmt.notifications;

import dev.pmt.shared.carriers.SharedCarriers;
import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.SharedWeb;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The Spring application of the notifications service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@SharedWeb
@SharedData
@SharedEvents
@SharedCarriers
public class NotificationsApplication {

    /** Asks for a token everywhere but at the socket, which asks for a ticket. */
    @Bean
    SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
        return jwt.chain(http, "/ws");
    }
}
