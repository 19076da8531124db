package dev.pmt.shared.web;

import dev.pmt.shared.service.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains to a client why its JSON was refused: where it is and which field, never a class name. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem explain(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException e ->
                problem("unknown-field", "Field " + path(e) + " is not known here; remove it or check its spelling.");
            case MismatchedInputException e
            when e.getTargetType() != null ->
                problem("invalid-field", "Field " + path(e) + " must be " + typeName(e.getTargetType()) + ".");
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
            return "a value of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "of another type";
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }
}
