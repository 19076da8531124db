package dev.pmt.api.queries;

import java.util.List;

/** Ends reading at the first fault; never leaves {@link Parser}. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient QueryFault fault;

    Stop(Span at, String found, Expected... expected) {
        this(new QueryFault(at, found, List.of(expected), List.of()));
    }

    Stop(QueryFault fault) {
        super(null, null, false, false);
        this.fault = fault;
    }

    QueryFault fault() {
        return fault;
    }
}
