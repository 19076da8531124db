package dev.pmt.shared.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;

/** Says what is wrong with a path, query or header parameter. */
final class Parameters {

    private Parameters() {}

    static Map<String, String> missing(String name) {
        return Map.of("field", name, "message", name + " must be given");
    }

    static Map<String, String> illTyped(String name, TypeMismatchException e) {
        return Map.of(
                "field",
                name,
                "message",
                name + " must be " + rule(e.getRequiredType()) + ": " + Excerpt.of(e.getValue()));
    }

    private static String rule(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type == UUID.class || isId(type)) {
            return "a UUID";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return "one of " + String.join(", ", names(type));
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive() ? "a whole number" : "another value";
    }

    /** Answers whether a type is a typed id: a record of one UUID. */
    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == UUID.class;
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
    }
}
