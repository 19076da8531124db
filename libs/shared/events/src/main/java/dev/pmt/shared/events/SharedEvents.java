package dev.pmt.shared.events;

import dev.pmt.shared.web.calls.PortsConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Gives a Spring application its {@link EventLog} and runs its {@link EventConsumer} beans; goes with {@code SharedData}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({SharedEventsConfiguration.class, PortsConfiguration.class, EventOperationsController.class})
public @interface SharedEvents {}
