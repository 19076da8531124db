package dev.pmt.shared.web;

import dev.pmt.shared.service.Description;
import dev.pmt.shared.service.ThisProcess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators where and with what the service runs; {@code JwtSecurity} lets nobody else in. */
@RestController
class AboutController implements AutoCloseable {

    static final String PATH = "/internal/about";

    /** A part that takes longer, because the database is away, is left out. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(AboutController.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final VersionInfo version;
    private final List<Description> parts;

    AboutController(VersionInfo version, List<Description> parts) {
        this.version = version;
        this.parts = parts;
    }

    /** Tells version, start, process, and what the service's parts say. */
    @GetMapping(PATH)
    Map<String, Object> about() throws InterruptedException {
        var about = new HashMap<String, Object>(version.facts());
        about.put("process", ThisProcess.describe());
        var contents = new HashMap<String, Future<Object>>();
        parts.forEach(part -> contents.put(part.part(), threads.submit(part::content)));
        for (var content : contents.entrySet()) {
            within(content.getValue()).ifPresent(told -> about.put(content.getKey(), told));
        }
        return about;
    }

    private static Optional<Object> within(Future<Object> content) throws InterruptedException {
        try {
            return Optional.of(content.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            content.cancel(true);
            return Optional.empty();
        } catch (ExecutionException e) {
            log.debug("A part cannot be told", e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
