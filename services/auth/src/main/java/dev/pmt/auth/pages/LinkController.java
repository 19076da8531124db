package dev.pmt.auth.pages;

import dev.pmt.auth.credentials.PasswordRule;
import dev.pmt.auth.links.LinkDesk;
import dev.pmt.auth.links.LinkPurpose;
import dev.pmt.auth.links.LinkPurpose.FirstAdministrator;
import dev.pmt.auth.links.LinkPurpose.Invited;
import dev.pmt.auth.links.LinkPurpose.PasswordReset;
import dev.pmt.auth.links.LinkRedemption;
import dev.pmt.auth.links.LinkRedemption.EmailTaken;
import dev.pmt.auth.links.LinkRedemption.Gone;
import dev.pmt.auth.links.LinkRedemption.Redeemed;
import dev.pmt.auth.pages.LinkForm.Errors;
import dev.pmt.auth.users.Email;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind a one-time link: whoever holds it chooses a password and is signed in. */
@Controller
@RequestMapping("/auth/link/{token}")
class LinkController {

    /** Lets the edge complete the sign-in; the session made here spares typing the password again. */
    private static final String ONWARD = "/session/sign-in?return=/";

    private final LinkDesk desk;
    private final LinkRedemption redemption;
    private final PasswordRule rule;
    private final BrowserSession session;
    private final PageAnswers answers;

    LinkController(
            LinkDesk desk, LinkRedemption redemption, PasswordRule rule, BrowserSession session, PageAnswers answers) {
        this.desk = desk;
        this.redemption = redemption;
        this.rule = rule;
        this.session = session;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token, CsrfToken csrf) {
        return desk.purpose(token)
                .map(purpose -> answers.form(form(purpose, prefilled(purpose), Errors.NONE, csrf)))
                .orElseGet(this::gone);
    }

    @PostMapping
    ResponseEntity<String> submit(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeat,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var purpose = desk.purpose(token).orElse(null);
        if (purpose == null) {
            return gone();
        }
        var sent = new LinkForm(nameFor(purpose, name), addressFor(purpose, email), password, repeat);
        var errors = sent.check(rule);
        if (errors.any()) {
            return answers.form(form(purpose, sent, errors, csrf));
        }
        return switch (redeem(token, purpose, sent)) {
            case Redeemed(var user) -> {
                session.start(user.id(), request, response);
                yield PageAnswers.seeOther(ONWARD);
            }
            case EmailTaken() -> answers.form(form(purpose, sent, Errors.EMAIL_TAKEN, csrf));
            case Gone() -> gone();
        };
    }

    private LinkRedemption.Outcome redeem(String token, LinkPurpose purpose, LinkForm sent) {
        return switch (purpose) {
            case FirstAdministrator() ->
                redemption.becomeAdministrator(
                        token, sent.name(), Email.parse(sent.email()).orElseThrow(), sent.password());
            case Invited(var user) -> redemption.accept(token, user, sent.name(), sent.password());
            case PasswordReset(var user) -> redemption.reset(token, user, sent.password());
        };
    }

    /** Whoever lost a password keeps their name. */
    private static String nameFor(LinkPurpose purpose, String sent) {
        return switch (purpose) {
            case FirstAdministrator() -> sent;
            case Invited(var user) -> sent;
            case PasswordReset(var user) -> user.name();
        };
    }

    /** An invited person signs in with the address they were invited under, whatever the form says. */
    private static String addressFor(LinkPurpose purpose, String sent) {
        return switch (purpose) {
            case FirstAdministrator() -> sent;
            case Invited(var user) -> user.email().value();
            case PasswordReset(var user) -> user.email().value();
        };
    }

    private static LinkForm prefilled(LinkPurpose purpose) {
        return switch (purpose) {
            case FirstAdministrator() -> LinkForm.EMPTY;
            case Invited(var user) -> new LinkForm(user.name(), user.email().value(), "", "");
            case PasswordReset(var user) ->
                new LinkForm(user.name(), user.email().value(), "", "");
        };
    }

    private Form form(LinkPurpose purpose, LinkForm sent, Errors errors, CsrfToken csrf) {
        var name = Field.text("name", "Your name", "text", "name")
                .with(sent.name())
                .wrong(errors.name());
        var email = Field.text("email", "E-mail address", "email", "username")
                .with(sent.email())
                .wrong(errors.email());
        var password = Field.password("password", "Password", "new-password")
                .hinted(rule.hint())
                .wrong(errors.password());
        var repeat =
                Field.password("repeat", "Repeat the password", "new-password").wrong(errors.repeat());
        return switch (purpose) {
            case FirstAdministrator() ->
                new Form(
                        "Set up PMT",
                        "You will be the first administrator of this installation.",
                        "Create account",
                        List.of(name, email, password, repeat),
                        "",
                        csrf);
            case Invited(var user) ->
                new Form(
                        "Welcome to PMT",
                        "Choose a password to finish your account.",
                        "Set password and sign in",
                        List.of(email.fixed(), name, password, repeat),
                        "",
                        csrf);
            case PasswordReset(var user) ->
                new Form(
                        "Set a new password",
                        "You will be signed out everywhere else.",
                        "Set password and sign in",
                        List.of(email.fixed(), password, repeat),
                        "",
                        csrf);
        };
    }

    private ResponseEntity<String> gone() {
        return answers.message(HttpStatus.GONE, Message.LINK_GONE);
    }
}
