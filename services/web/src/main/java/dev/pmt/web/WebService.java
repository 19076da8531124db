package dev.pmt.web;

import dev.pmt.shared.service.Alone;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The web service, as hosts find it. */
public final class WebService implements Service {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int DRAIN_SECONDS = 3;

    @Override
    public String name() {
        return "web";
    }

    @Override
    public RunningService start(ServiceSettings settings) {
        return start(settings, WebRoot.fromClasspath(), Clock.systemUTC());
    }

    static RunningService start(ServiceSettings settings, WebRoot root, Clock clock) {
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        var version = settings.get("pmt.version", "dev");
        var startedAt = clock.instant().toString();
        var files = new StaticFiles(root, version, startedAt);
        var about = About.trusting(vertx, settings.find("pmt.web.service-keys.health"), version, startedAt);
        var server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(settings.get("pmt.bind", LOOPBACK))
                        .setPort(settings.getInt("pmt.port", 0))
                        .setHttp2ClearTextEnabled(false)
                        .setIdleTimeout(75))
                .requestHandler(request -> {
                    if (request.path().equals(About.PATH)) {
                        about.handle(request);
                    } else {
                        files.handle(request);
                    }
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new Running(vertx, URI.create("http://" + LOOPBACK + ":" + server.actualPort()));
    }

    /** Runs the service alone, with settings from the environment. */
    static void main() {
        Alone.run(new WebService());
    }

    private record Running(Vertx vertx, URI address) implements RunningService {

        /** Waits a while for answers that are on their way, no longer. */
        @Override
        public void close() {
            vertx.close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .completeOnTimeout(null, DRAIN_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }
}
