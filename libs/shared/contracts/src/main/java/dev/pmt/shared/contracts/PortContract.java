package dev.pmt.shared.contracts;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a consumer's port (an {@code @HttpExchange} interface) against the provider's contract: each method is named after
 * an operation and asks for it; each field that it reads is there, of that type, and always, unless it may be null here.
 */
public final class PortContract {

    private static final String OK = "200";
    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class);

    private final OpenApi provider;
    private final List<String> faults = new ArrayList<>();

    private PortContract(OpenApi provider) {
        this.provider = provider;
    }

    /** Returns what does not fit; the port must ask for exactly the operations that the call declares. */
    public static List<String> faults(Class<?> port, DeclaredCall call, Path contract) {
        var check = new PortContract(OpenApi.read(contract));
        var asked =
                Arrays.stream(port.getDeclaredMethods()).map(Method::getName).collect(Collectors.toSet());
        if (!port.getSimpleName().equals(call.port()) || !asked.equals(Set.copyOf(call.operations()))) {
            check.faults.add(port.getSimpleName() + " asks for " + new TreeSet<>(asked) + ", declared are "
                    + call.port() + " " + new TreeSet<>(call.operations()));
        } else {
            Arrays.stream(port.getDeclaredMethods()).forEach(check::operation);
        }
        return check.faults;
    }

    private void operation(Method method) {
        var operation = provider.operation(method.getName());
        var asked = exchange(method);
        var offered = operation.method() + " " + provider.base().replaceAll("/$", "") + operation.path();
        var path = asked.substring(asked.indexOf(' ') + 1).replaceAll("^/to/\\w+", "");
        if (!offered.startsWith(asked.substring(0, asked.indexOf(' ') + 1)) || !offered.endsWith(path)) {
            faults.add(method.getName() + " asks for " + asked + ", offered is " + offered);
        }
        value(method.getName(), method.getAnnotatedReturnType(), provider.answer(method.getName(), OK));
    }

    /** Returns it as {@code GET /path}; no path when the address is a setting. */
    private static String exchange(Method method) {
        for (var annotation : method.getAnnotations()) {
            var name = annotation.annotationType().getSimpleName();
            if (name.endsWith("Exchange")) {
                return name.replace("Exchange", "").toUpperCase(java.util.Locale.ROOT) + " " + text(annotation, "value")
                        + text(annotation, "url");
            }
        }
        throw new AssertionError("a port's method must be an exchange: " + method);
    }

    private void value(String place, AnnotatedType type, Map<String, Object> schema) {
        var raw = type.getType() instanceof ParameterizedType generic ? generic.getRawType() : type.getType();
        if (raw instanceof Class<?> record && record.isRecord()) {
            expect(place, "object", schema);
            var properties = provider.properties(schema);
            var required = texts(schema.get("required"));
            for (var component : record.getRecordComponents()) {
                field(place + "." + name(component), component, properties.get(name(component)), required);
            }
        } else if (raw.equals(List.class) && type instanceof AnnotatedParameterizedType list) {
            expect(place, "array", schema);
            value(place + "[]", list.getAnnotatedActualTypeArguments()[0], provider.items(schema));
        } else {
            expect(place, jsonType(raw), schema);
            if (raw.equals(Instant.class) && !"date-time".equals(schema.get("format"))) {
                faults.add(place + " is no date-time");
            }
        }
    }

    private void field(
            String place, RecordComponent component, @Nullable Map<String, Object> schema, Set<String> required) {
        if (schema == null) {
            faults.add(place + " is not offered");
            return;
        }
        var type = component.getAnnotatedType();
        var always =
                required.contains(name(component)) && !texts(schema.get("type")).contains("null");
        if (!always && !mayBeNull(type)) {
            faults.add(place + " is not always there");
        }
        value(place, type, schema);
    }

    private void expect(String place, String type, Map<String, Object> schema) {
        var types = texts(schema.get("type"));
        types.remove("null");
        if (!types.equals(Set.of(type))) {
            faults.add(place + " is read as " + type + ", offered as " + types);
        }
    }

    private static String jsonType(java.lang.reflect.Type type) {
        if (type.equals(String.class) || type.equals(Instant.class)) {
            return "string";
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return "boolean";
        }
        if (type.equals(double.class) || type.equals(Double.class)) {
            return "number";
        }
        return WHOLE.contains(type) ? "integer" : "object";
    }

    private static boolean mayBeNull(AnnotatedElement type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    /** Returns the name in JSON, which {@code @JsonProperty} may set. */
    private static String name(RecordComponent component) {
        return Arrays.stream(component.getAccessor().getAnnotations())
                .filter(annotation ->
                        annotation.annotationType().getSimpleName().equals("JsonProperty"))
                .map(annotation -> text(annotation, "value"))
                .findFirst()
                .orElse(component.getName());
    }

    private static String text(Annotation annotation, String attribute) {
        try {
            return String.valueOf(
                    annotation.annotationType().getMethod(attribute).invoke(annotation));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("an exchange must have " + attribute, e);
        }
    }

    private static Set<String> texts(@Nullable Object node) {
        return node instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new))
                : node == null ? new TreeSet<>() : new TreeSet<>(Set.of(node.toString()));
    }
}
