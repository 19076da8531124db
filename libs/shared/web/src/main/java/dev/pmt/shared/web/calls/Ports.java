package dev.pmt.shared.web.calls;

import dev.pmt.shared.telemetry.Tracing;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Opens the ports by which this service asks others: {@code @HttpExchange} interfaces of its own, with the fields it reads.
 * Every call through one has a time limit, a bulkhead and a circuit breaker, and is refused in a transaction. What a
 * port throws is a {@link NoAnswerException}.
 */
public final class Ports implements AutoCloseable {

    private final Tracing tracing;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HttpClient client;

    /** Makes one whose calls are parts of traces. */
    public Ports(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * Opens a port; no thread or connection is taken before its first call.
     *
     * @param service who is asked, for people
     * @param settings sets address and headers
     */
    public <T> T open(Class<T> port, String service, CallLimits limits, Consumer<RestClient.Builder> settings) {
        var builder = RestClient.builder()
                .requestFactory(requests(limits))
                .requestInterceptor(new TracedCalls(tracing, service));
        settings.accept(builder);
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(builder.build()))
                .exchangeAdapterDecorator(adapter -> new GuardedExchange(adapter, new Guard(service, limits)))
                .build()
                .createClient(port);
    }

    /** Returns the client by which streams are read, that no port can hold. */
    public HttpClient client() {
        lock.lock();
        try {
            var known = client;
            if (known == null) {
                known = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
                client = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private ClientHttpRequestFactory requests(CallLimits limits) {
        return (uri, method) -> {
            var factory = new JdkClientHttpRequestFactory(client());
            factory.setReadTimeout(limits.timeout());
            return factory.createRequest(uri, method);
        };
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (client != null) {
                client.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
    }
}
