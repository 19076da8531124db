package dev.pmt.auth;

import dev.pmt.shared.contracts.FuzzCaller;
import dev.pmt.shared.contracts.FuzzRequest;
import dev.pmt.shared.contracts.FuzzValues;
import dev.pmt.shared.contracts.FuzzWorld;
import dev.pmt.shared.contracts.OpenApi.Operation;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** People of every role, who ask for one another by browser and by API token; nobody can shut the first one out. */
final class UsersWorld implements FuzzWorld {

    private static final List<String> SCOPES = List.of("[\"read\"]", "[\"write\"]", "[\"write\",\"read\"]");

    private final RunningAuth auth;
    private final FuzzPeople people;
    private final List<FuzzCaller> callers = new ArrayList<>();
    private final List<String> sessions = new ArrayList<>();
    private final List<String> emails = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    UsersWorld(RunningAuth auth) {
        this.auth = auth;
        people = new FuzzPeople(auth);
        var admin = people.person("admin");
        emails.add(admin.email());
        var member = known(people.person("member"));
        var guest = known(people.person("guest"));
        people.link(known(people.person("member")));
        callers.add(signedIn(admin));
        callers.add(signedIn(member));
        callers.add(signedIn(guest));
        callers.add(signedIn(known(people.person("admin"))));
        callers.add(program(admin, "\"write\""));
        callers.add(program(member, "\"read\""));
        callers.add(new FuzzCaller("", text -> false, forbidden(null, "", true)));
    }

    @Override
    public List<FuzzCaller> callers() {
        return callers;
    }

    @Override
    public String text(Operation operation, String name, FuzzValues values) {
        return switch (name) {
            case "id" -> values.pick(named(operation.path()));
            case "cursor" -> values.pick(ids);
            default -> Integer.toString(1 + values.below(100));
        };
    }

    @Override
    public String json(Operation operation, String name, FuzzValues values) {
        return switch (name) {
            case "email" ->
                quoted(values.chance(10) ? values.pick(emails) : "fuzz" + values.below(100_000) + "@example.org");
            case "current", "new" -> quoted(values.pick(FuzzPeople.PASSWORDS));
            case "scopes" -> values.pick(SCOPES);
            case "expiresAt" ->
                quoted(Instant.now()
                        .plus(values.below(400), ChronoUnit.DAYS)
                        .plusSeconds(60)
                        .toString());
            default -> quoted("text " + values.below(100));
        };
    }

    @Override
    public void judged(FuzzRequest request, HttpResponse<byte[]> response) {
        people.shown(response);
    }

    private List<String> named(String path) {
        return path.contains("/sessions/") ? sessions : path.contains("/tokens/") ? tokens : ids;
    }

    private Person known(Person person) {
        ids.add(person.id());
        emails.add(person.email());
        return person;
    }

    private FuzzCaller signedIn(Person person) {
        var made = CodeFlow.tokens(auth, person);
        var access = made.get("access_token").stringValue();
        var session = CodeFlow.claims(access).get("sid").toString();
        people.secret(made.get("refresh_token").stringValue());
        sessions.add(session);
        var isGuest = person.email().startsWith("guest");
        return FuzzCaller.bearer(access, text -> text.contains(session), forbidden(session, person.email(), isGuest));
    }

    private FuzzCaller program(Person owner, String scopes) {
        var token = people.apiToken(owner, scopes);
        tokens.add(token.id());
        var access = Http.json(ApiTokensTest.exchange(auth, token.secret())).get("access_token");
        return FuzzCaller.bearer(
                access.stringValue(), text -> text.contains(owner.email()), forbidden(null, "", false));
    }

    /** Forbids secrets, the ids of others' sessions, and to guests and strangers the e-mail addresses of others. */
    private Predicate<String> forbidden(@Nullable String session, String email, boolean others) {
        return text -> people.isSecretIn(text)
                || holdsOther(text, sessions, session)
                || (others && holdsOther(text, emails, email));
    }

    private static boolean holdsOther(String text, List<String> known, @Nullable String own) {
        return known.stream().filter(one -> !one.equals(own)).anyMatch(text::contains);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
