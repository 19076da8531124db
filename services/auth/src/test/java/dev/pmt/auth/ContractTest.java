package dev.pmt.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.lang.reflect.AnnotatedElement;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
    private static final List<String> CONTROLLERS = List.of(
            "users.UsersController",
            "account.AccountController",
            "account.SessionsController",
            "apitokens.ApiTokensController");
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
    void names_the_operations_that_the_controllers_have() throws ClassNotFoundException {
        var promised = operations();

        assertThat(promised).hasSize(16).isEqualTo(mappings());
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
    void holds_for_changes_of_people() {
        var mia = Person.invited(auth, "Mia", "member");
        var person = USERS + "/" + mia.id();
        checked(Method.PATCH, person, patch(person, "{\"role\":\"guest\"}", "\"1\""), ada, 200);
        checked(Method.PATCH, person, patch(person, "{}", "\"1\""), ada, 412);
        checked(Method.PATCH, person, patch(person, "{}", "x"), ada, 400);
        checked(Method.PATCH, person, patch(person, "{}", "\"2\""), gus, 403);
        checked(Method.PATCH, person, Http.to(auth, person).method("PATCH", BodyPublishers.ofString("{}")), ada, 415);
        var unconditional = Http.to(auth, person)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString("{}"));
        checked(Method.PATCH, person, unconditional, ada, 428);
        checked(Method.POST, person + "/reset-link", bare("POST", person + "/reset-link"), ada, 200);
        checked(Method.POST, person + "/deactivate", bare("POST", person + "/deactivate"), ada, 200);
        checked(Method.POST, person + "/reset-link", bare("POST", person + "/reset-link"), ada, 409);
        checked(Method.POST, person + "/activate", bare("POST", person + "/activate"), ada, 200);
        var self = USERS + "/" + ada.id() + "/deactivate";
        checked(Method.POST, self, bare("POST", self), ada, 409);
        for (var deed : List.of("deactivate", "activate", "reset-link")) {
            var nobody = USERS + "/" + UUID.randomUUID() + "/" + deed;
            checked(Method.POST, nobody, bare("POST", nobody), ada, 404);
            checked(Method.POST, nobody, bare("POST", nobody), gus, 403);
            validate(Method.POST, nobody, Http.send(bare("POST", nobody)), 401);
        }
    }

    @Test
    void holds_for_the_account() {
        var pia = Person.invited(auth, "Pia", "member");
        CodeFlow.tokens(auth, pia);
        var me = USERS + "/me";
        var sessions = me + "/sessions";
        var tokens = me + "/tokens";
        checked(Method.PATCH, me, patch(me, "{\"name\":\"Pia P.\"}", "\"1\""), pia, 200);
        checked(Method.PATCH, me, patch(me, "{\"name\":\"Pia P.\"}", "\"1\""), pia, 412);
        checked(Method.GET, sessions, Http.to(auth, sessions).GET(), pia, 200);
        checked(Method.DELETE, sessions, bare("DELETE", sessions), pia, 204);
        var session = sessions + "/" + UUID.randomUUID();
        checked(Method.DELETE, session, bare("DELETE", session), pia, 404);
        var made = checked(
                Method.POST, tokens, Http.postJson(auth, tokens, "{\"name\":\"x\",\"scopes\":[\"write\"]}"), pia, 201);
        checked(Method.POST, tokens, Http.postJson(auth, tokens, "{}"), pia, 400);
        checked(Method.GET, tokens, Http.to(auth, tokens).GET(), pia, 200);
        var token = tokens + "/" + Http.json(made).get("id").stringValue();
        checked(Method.DELETE, token, bare("DELETE", token), pia, 204);
        checked(Method.DELETE, token, bare("DELETE", token), pia, 404);
        var password = me + "/password";
        var wrong = "{\"current\":\"wrong\",\"new\":\"seven calm herons wade\"}";
        var right = wrong.replace("wrong", pia.password());
        checked(Method.POST, password, Http.postJson(auth, password, right), pia, 204);
        for (int i = 0; i < 10; i++) {
            checked(Method.POST, password, Http.postJson(auth, password, wrong), pia, 400);
        }
        checked(Method.POST, password, Http.postJson(auth, password, wrong), pia, 429);
        for (var path : List.of(sessions, tokens)) {
            validate(Method.GET, path, Http.get(auth, path), 401);
            validate(Method.GET, path, new Requests(auth, scoped(pia)).get(path.substring(USERS.length())), 403);
        }
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

    private static HttpRequest.Builder patch(String path, String body, String version) {
        return Http.to(auth, path)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .method("PATCH", BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder bare(String method, String path) {
        return Http.to(auth, path).method(method, BodyPublishers.noBody());
    }

    private static String scoped(Person person) {
        var token = Requests.of(auth, person).apiToken("\"write\"").get("token").stringValue();
        return Http.json(ApiTokensTest.exchange(auth, token))
                .get("access_token")
                .stringValue();
    }

    private static HttpResponse<String> checked(
            Method method, String path, HttpRequest.Builder request, Person as, int expected) {
        var answer = Http.send(Http.bearer(request, Person.token(auth, as.email())));
        validate(method, path, answer, expected);
        return answer;
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
        var found = new TreeSet<String>();
        for (var name : CONTROLLERS) {
            var controller = Class.forName("dev.pmt.auth." + name);
            var base = mapping(controller).path()[0];
            Arrays.stream(controller.getDeclaredMethods())
                    .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                    .map(ContractTest::mapping)
                    .forEach(door -> found.add(door.method()[0] + " " + base + String.join("", door.path())));
        }
        return found;
    }

    private static RequestMapping mapping(AnnotatedElement element) {
        return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class));
    }
}
