package dev.pmt.shared.web;

import dev.pmt.shared.web.calls.PortsConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Gives a Spring application PMT's tokens ({@link JwtSecurity}), problems, id source and clock. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({SharedWebConfiguration.class, PortsConfiguration.class, JwtSecurity.class, ProblemAdvice.class})
public @interface SharedWeb {}
