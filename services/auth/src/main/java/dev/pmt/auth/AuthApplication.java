package dev.pmt.auth;

import dev.pmt.shared.carriers.SharedCarriers;
import dev.pmt.shared.data.SharedData;
import dev.pmt.shared.events.SharedEvents;
import dev.pmt.shared.web.SharedWeb;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the auth service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@SharedWeb
@SharedData
@SharedEvents
@SharedCarriers
class AuthApplication {}
