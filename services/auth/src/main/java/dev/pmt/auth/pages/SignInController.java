package dev.pmt.auth.pages;

import dev.pmt.auth.credentials.SignIn;
import dev.pmt.auth.credentials.SignIn.Paused;
import dev.pmt.auth.credentials.SignIn.Refused;
import dev.pmt.auth.credentials.SignIn.SignedIn;
import dev.pmt.auth.users.Email;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. */
@Controller
@RequestMapping("/auth/sign-in")
class SignInController {

    private static final String WRONG = "The e-mail address or the password is wrong.";

    private final SignIn signIn;
    private final BrowserSession session;
    private final PageAnswers answers;

    SignInController(SignIn signIn, BrowserSession session, PageAnswers answers) {
        this.signIn = signIn;
        this.session = session;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<String> show(@RequestParam(name = "continue", defaultValue = "") String next, CsrfToken csrf) {
        return session.current().isPresent()
                ? PageAnswers.seeOther(Continuation.of(next).path())
                : answers.form(form("", "", csrf));
    }

    @PostMapping
    ResponseEntity<String> submit(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "continue", defaultValue = "") String next,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = Email.parse(email);
        if (address.isEmpty() || password.isEmpty()) {
            return answers.form(form(email, "Enter your e-mail address and your password.", csrf));
        }
        return switch (signIn.attempt(address.get(), password, request.getRemoteAddr())) {
            case SignedIn(var user) -> {
                session.start(user.id(), request, response);
                yield PageAnswers.seeOther(Continuation.of(next).path());
            }
            case Refused() -> answers.form(form(email, WRONG, csrf));
            case Paused(var seconds) -> answers.paused(form(email, tooMany(seconds), csrf), seconds);
        };
    }

    private static String tooMany(long seconds) {
        var minutes = (seconds + 59) / 60;
        var time = seconds < 60 ? seconds + " seconds" : minutes + (minutes == 1 ? " minute" : " minutes");
        return "Too many tries in a row. Wait " + time + ", then try again.";
    }

    private static Form form(String email, String problem, CsrfToken csrf) {
        var fields = List.of(
                Field.text("email", "E-mail address", "email", "username").with(email),
                Field.password("password", "Password", "current-password"));
        return new Form("Sign in", "", "Sign in", fields, problem, csrf);
    }
}
