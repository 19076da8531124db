package dev.pmt.shared.service;

import java.net.URI;

/** A started service. */
public interface RunningService extends AutoCloseable {

    /** Answers where this process reaches it, for example {@code http://127.0.0.1:41873}. */
    URI address();

    /** Stops taking requests, finishes running ones and frees what the service holds. */
    @Override
    void close();
}
