package dev.pmt.shared.web;

import dev.pmt.shared.service.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains to a client why its JSON was refused: where it is and which field, never a class name. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem explain(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e ->
                problem("unknown-field", "Field " + path(e) + " is not known here; remove it or check its spelling.");
            case InvalidFormatException e ->
                problem("invalid-field", "Field " + path(e) + " must be a " + typeName(e.getTargetType()) + ".");
            case StreamReadException e ->
                problem(
                        "malformed-json",
                        "The body must be JSON; it breaks at line " + line(e) + ", column " + column(e) + ".");
            case DatabindException e ->
                problem("invalid-field", "Field " + path(e) + " has a value of the wrong type.");
            case null, default -> problem("unreadable-body", "The request needs a JSON body.");
        };
    }

    private static Problem problem(String code, String detail) {
        return Problem.of(400, code, "Bad Request", detail);
    }

    private static String path(DatabindException e) {
        var path = new StringBuilder();
        for (var reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? "(body)" : path.toString();
    }

    private static String typeName(Class<?> type) {
        if (type.isEnum()) {
            return "value of "
                    + java.util.Arrays.toString(type.getEnumConstants()).toLowerCase(java.util.Locale.ROOT);
        }
        return Number.class.isAssignableFrom(type) || type.isPrimitive()
                ? "number"
                : type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }
}
