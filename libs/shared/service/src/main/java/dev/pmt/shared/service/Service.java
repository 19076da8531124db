package dev.pmt.shared.service;

/** An independently deployable unit that any host can start; hosts find it with {@link java.util.ServiceLoader}. */
public interface Service {

    /** Names the service as topologies, schemas and route tables know it, for example {@code api}. */
    String name();

    /**
     * Starts the service on a loopback port of its own and returns once it serves.
     *
     * @throws ServiceStartException when it cannot start; the message is one sentence for the operator
     */
    RunningService start(ServiceSettings settings);
}
