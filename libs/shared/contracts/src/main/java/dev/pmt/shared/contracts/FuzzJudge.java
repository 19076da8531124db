package dev.pmt.shared.contracts;

import java.net.http.HttpResponse;
import java.util.Optional;

/** Says what is wrong with an answer, beyond what no answer may be ({@link Fuzz}). */
@FunctionalInterface
public interface FuzzJudge {

    /** Returns the fault of an answer below 500; empty when it has none. */
    Optional<String> fault(FuzzRequest request, HttpResponse<byte[]> response);
}
