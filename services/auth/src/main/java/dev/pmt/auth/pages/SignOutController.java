package dev.pmt.auth.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asks before it signs a browser out, for requests that do not prove they come from the edge. */
@Controller
@RequestMapping("/auth/sign-out")
class SignOutController {

    private final BrowserSession session;
    private final PageAnswers answers;

    SignOutController(BrowserSession session, PageAnswers answers) {
        this.session = session;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<String> ask(CsrfToken csrf) {
        if (session.current().isEmpty()) {
            return PageAnswers.seeOther("/");
        }
        return answers.form(
                new Form("Sign out of PMT?", "You can sign in again at any time.", "Sign out", List.of(), "", csrf));
    }

    @PostMapping
    ResponseEntity<String> signOut(HttpServletRequest request, HttpServletResponse response) {
        session.end(request, response);
        return PageAnswers.seeOther("/");
    }
}
