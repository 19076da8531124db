package dev.pmt.shared.web;

import dev.pmt.shared.service.Description;
import dev.pmt.shared.service.UuidV7;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

@Configuration(proxyBeanMethods = false)
class SharedWebConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<JsonMapper> json;

    SharedWebConfiguration(ObjectProvider<JsonMapper> json) {
        this.json = json;
    }

    /** Tells the time where a service has no clock of its own. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Supplier<UUID> ids() {
        return new UuidV7();
    }

    @Bean
    VersionInfo versionInfo(org.springframework.core.env.Environment environment, Clock clock) {
        return new VersionInfo(environment.getProperty("pmt.version", "dev"), clock);
    }

    @Bean
    AboutController aboutController(VersionInfo version, ObjectProvider<Description> parts) {
        return new AboutController(version, parts.orderedStream().toList());
    }

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    JacksonModule times() {
        return new SimpleModule().addSerializer(new InstantText());
    }

    @Bean
    Firewall firewall() {
        return new Firewall();
    }

    @Bean
    ProblemErrors problemErrors() {
        return new ProblemErrors();
    }

    @Bean
    RejectedRequests rejectedRequests() {
        return new RejectedRequests();
    }

    @Bean
    TomcatErrors tomcatErrors() {
        return new TomcatErrors();
    }

    /** Takes the paths that nothing else takes, so that the interceptor looks at those requests too. */
    @Bean
    SimpleUrlHandlerMapping nowhere() {
        HttpRequestHandler notFound = (request, response) -> ProblemWriter.write(response, StatusProblems.of(404));
        var mapping = new SimpleUrlHandlerMapping(Map.of("/**", notFound), Ordered.LOWEST_PRECEDENCE);
        mapping.setInterceptors(new ContentTypes());
        return mapping;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.withJsonConverter(new SizedJson(json.getObject()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ContentTypes());
    }
}
