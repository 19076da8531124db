package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Holds the running service against {@code contract/openapi.yaml}. */
class ContractTest {

    private static final String CONTRACT =
            Path.of("contract/openapi.yaml").toAbsolutePath().toString();
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createFor(CONTRACT).build();
    private static final String USERS = "/api/v1/users";

    private static RunningAuth auth;
    private static Person ada;
    private static Person gus;

    @BeforeAll
    static void start() {
        auth = RunningAuth.start();
        ada = Person.administrator(auth);
        gus = Person.invited(auth, "Gus", "guest");
    }

    @AfterAll
    static void stop() {
        auth.close();
    }

    @Test
    void names_the_operations_that_the_controller_has() throws ClassNotFoundException {
        var promised = operations();

        assertThat(promised).hasSize(4).isEqualTo(mappings());
    }

    @Test
    void holds_for_what_goes_well() {
        checked(Method.GET, USERS, Http.to(auth, USERS).GET(), ada, 200);
        checked(Method.GET, USERS, Http.to(auth, USERS + "?limit=1").GET(), ada, 200);
        checked(
                Method.GET,
                USERS + "/" + ada.id(),
                Http.to(auth, USERS + "/" + ada.id()).GET(),
                gus,
                200);
        checked(Method.GET, USERS + "/me", Http.to(auth, USERS + "/me").GET(), gus, 200);
        checked(
                Method.POST,
                USERS,
                post("{\"name\":\"Nia\",\"email\":\"nia@example.org\",\"role\":\"member\"}"),
                ada,
                201);
    }

    @Test
    void holds_for_every_refusal() {
        var nia = "{\"name\":\"Ada\",\"email\":\"ada@example.org\",\"role\":\"member\"}";
        checked(Method.POST, USERS, post("{\"name\":\"\"}"), ada, 400);
        checked(Method.POST, USERS, post(nia), ada, 409);
        checked(Method.POST, USERS, post(nia), gus, 403);
        checked(Method.POST, USERS, post(nia).setHeader("Content-Type", "text/plain"), ada, 415);
        checked(Method.GET, USERS, Http.to(auth, USERS + "?limit=0").GET(), ada, 400);
        var unknown = USERS + "/" + UUID.randomUUID();
        checked(Method.GET, unknown, Http.to(auth, unknown).GET(), ada, 404);
        validate(Method.GET, USERS, Http.get(auth, USERS), 401);
        validate(Method.POST, USERS, Http.send(post(nia)), 401);
        validate(Method.GET, USERS + "/me", Http.get(auth, USERS + "/me"), 401);
    }

    @Test
    void would_notice_an_answer_that_breaks_the_contract() {
        var answer = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody("{\"items\": [{\"id\": 1}], \"next\": null}")
                .build();

        assertThat(VALIDATOR.validateResponse(USERS, Method.GET, answer).hasErrors())
                .isTrue();
    }

    private static void checked(Method method, String path, HttpRequest.Builder request, Person as, int expected) {
        validate(method, path, Http.send(Http.bearer(request, Person.token(auth, as.email()))), expected);
    }

    private static void validate(Method method, String path, HttpResponse<String> response, int expected) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        var answer = SimpleResponse.Builder.status(response.statusCode()).withBody(response.body());
        response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
        var report = VALIDATOR.validateResponse(path, method, answer.build());
        assertThat(report.getMessages())
                .extracting(ValidationReport.Message::getMessage)
                .isEmpty();
    }

    private static HttpRequest.Builder post(String body) {
        return Http.postJson(auth, USERS, body);
    }

    private static Set<String> operations() {
        return new OpenAPIV3Parser()
                .read(CONTRACT).getPaths().entrySet().stream()
                        .flatMap(path -> path.getValue().readOperationsMap().keySet().stream()
                                .map(PathItem.HttpMethod::name)
                                .map(method -> method + " /api/v1" + path.getKey()))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> mappings() throws ClassNotFoundException {
        var controller = Class.forName("dev.pmt.auth.users.UsersController");
        return Arrays.stream(controller.getDeclaredMethods())
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(java.util.Objects::nonNull)
                .map(mapping -> mapping.method()[0] + " " + USERS + String.join("", mapping.path()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
