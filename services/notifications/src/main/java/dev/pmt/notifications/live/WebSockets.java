package dev.pmt.notifications.live;

import static org.apache.tomcat.websocket.server.Constants.BINARY_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM;
import static org.apache.tomcat.websocket.server.Constants.TEXT_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has Tomcat's WebSocket container, which Boot starts with every Tomcat, take small messages into small buffers. */
@Configuration(proxyBeanMethods = false)
class WebSockets {

    /** Control frames have no more; other binary messages nobody takes. */
    private static final String BINARY_BYTES = "125";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSocketBuffers(LiveSettings settings) {
        var longest = Long.toString(settings.longestMessage().toBytes());
        return factory -> factory.addContextCustomizers(context -> {
            context.addParameter(TEXT_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM, longest);
            context.addParameter(BINARY_BUFFER_SIZE_SERVLET_CONTEXT_INIT_PARAM, BINARY_BYTES);
        });
    }
}
