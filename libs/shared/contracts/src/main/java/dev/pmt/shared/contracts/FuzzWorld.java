package dev.pmt.shared.contracts;

import dev.pmt.shared.contracts.OpenApi.Operation;
import java.net.http.HttpResponse;
import java.util.List;

/** What a service has prepared for its requests: who sends them, and values that mean something there. */
public interface FuzzWorld {

    /** Returns who sends requests. */
    List<FuzzCaller> callers();

    /** Returns a likely text for a parameter or a form's field. */
    String text(Operation operation, String name, FuzzValues values);

    /** Returns a likely JSON value for a property that is no enumeration. */
    String json(Operation operation, String name, FuzzValues values);

    /** Returns a likely body that is neither JSON nor a form. */
    default String body(Operation operation, FuzzValues values) {
        return values.text();
    }

    /** Returns texts that nobody expects here only, such as forged cursors. */
    default List<String> oddTexts() {
        return List.of();
    }

    /** Hears of an answer after it was judged, to learn what must not be said twice. */
    default void judged(FuzzRequest request, HttpResponse<byte[]> response) {}
}
