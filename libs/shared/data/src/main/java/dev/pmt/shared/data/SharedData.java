package dev.pmt.shared.data;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Gives a Spring application its data source, migrated; transactions and {@code JdbcClient} come from Boot's jdbc module. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(SharedDataConfiguration.class)
public @interface SharedData {}
