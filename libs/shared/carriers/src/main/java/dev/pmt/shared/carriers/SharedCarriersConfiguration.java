package dev.pmt.shared.carriers;

import dev.pmt.shared.events.EventCarrier;
import dev.pmt.shared.events.EventFeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CarrierSettings.class)
class SharedCarriersConfiguration {

    private final CarrierSettings settings;
    private final Address address;

    SharedCarriersConfiguration(
            CarrierSettings settings,
            @Value("${spring.application.name}") String service,
            @Value("${pmt.url:}") String url) {
        this.settings = settings;
        this.address = new Address(url, service);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "pmt.events.carrier", havingValue = "redis")
    EventCarrier redisCarrier(EventFeed own) {
        return new RedisCarrier(settings.redisUrl(), address, own);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "pmt.events.carrier", havingValue = "rabbitmq")
    EventCarrier rabbitCarrier() {
        return new RabbitCarrier(settings.rabbitmqUrl(), address);
    }
}
