package dev.pmt.shared.carriers;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Lets a Spring application's events travel by the broker that {@code pmt.events.carrier} names; goes with {@code SharedEvents}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(SharedCarriersConfiguration.class)
public @interface SharedCarriers {}
