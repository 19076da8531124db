package dev.pmt.shared.telemetry;

import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import java.net.URI;
import java.util.Optional;

/** A service that has a process to itself, together with the process's figures. */
public record Measured(Service service) implements Service {

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public RunningService start(ServiceSettings settings) {
        return new Running(ProcessMetrics.start(settings), service.start(settings));
    }

    private record Running(Optional<ProcessMetrics> figures, RunningService service) implements RunningService {

        @Override
        public URI address() {
            return service.address();
        }

        @Override
        public void close() {
            service.close();
            figures.ifPresent(ProcessMetrics::close);
        }
    }
}
