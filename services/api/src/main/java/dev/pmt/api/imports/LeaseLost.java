package dev.pmt.api.imports;

/** Says that another worker has taken over an import, so that this one must not write any more. */
final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(ImportId id) {
        super("another worker holds import " + id.value());
    }
}
