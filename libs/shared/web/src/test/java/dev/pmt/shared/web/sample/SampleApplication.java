package dev.pmt.shared.web.sample;

import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.SharedWeb;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as one can be, to look at the shared door from outside. */
@SpringBootApplication
@SharedWeb
public class SampleApplication {

    @Bean
    SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
        return jwt.chain(http, "/open");
    }

    record Note(@NotBlank String text, int stars) {}

    @RestController
    static class Door {

        @GetMapping("/open")
        Map<String, String> open() {
            return Map.of("thread", Thread.currentThread().isVirtual() ? "virtual" : "platform");
        }

        @GetMapping("/me")
        Map<String, String> me(CurrentUser user) {
            return Map.of("id", user.id().toString(), "role", user.role().claim());
        }

        @PostMapping("/notes")
        Note note(@Valid @RequestBody Note note) {
            return note;
        }

        @GetMapping("/refused")
        void refused() {
            throw new ProblemException(HttpStatus.CONFLICT, "taken", "Choose another.", Map.of("hint", "x"));
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("secret words");
        }

        @GetMapping("/outage")
        void outage() throws SQLException {
            throw new SQLException("connection refused", "08001");
        }
    }
}
