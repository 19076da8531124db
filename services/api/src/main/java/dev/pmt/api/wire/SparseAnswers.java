package dev.pmt.api.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.pmt.shared.web.Excerpt;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves of answers what a request asks for in its parameter {@code fields}, names that commas separate. Such an answer
 * is of another media type: it does not promise what the whole one does. The key is always there.
 */
@RestControllerAdvice
class SparseAnswers implements ResponseBodyAdvice<Object> {

    private static final String PARAMETER = "fields";
    private static final MediaType TYPE = MediaType.parseMediaType("application/vnd.pmt.sparse+json");
    private static final String KEY = "key";

    private final JsonMapper json;

    SparseAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return method.hasMethodAnnotation(Sparse.class);
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var asked = ((ServletServerHttpRequest) request).getServletRequest().getParameter(PARAMETER);
        if (body == null || asked == null || asked.isBlank()) {
            return body;
        }
        var sparse = Objects.requireNonNull(method.getMethodAnnotation(Sparse.class));
        var kept = checked(asked, sparse.value());
        var tree = json.<JsonNode>valueToTree(body);
        (body instanceof Page<?> ? tree.required("items").valueStream() : List.of(tree).stream())
                .forEach(item -> ((ObjectNode) item).retain(kept));
        response.getHeaders().setContentType(TYPE);
        return tree;
    }

    private static List<String> checked(String asked, Class<? extends Record> shape) {
        var known = Arrays.stream(shape.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .map(RecordComponent::getName)
                .toList();
        var names = new ArrayList<>(
                Arrays.stream(asked.split(",", -1)).map(String::strip).toList());
        var faults = new Faults();
        names.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> faults.check(
                        false,
                        PARAMETER,
                        "fields must be some of " + String.join(", ", known) + ": " + Excerpt.of(name)));
        faults.refuse();
        names.add(KEY);
        return names;
    }
}
