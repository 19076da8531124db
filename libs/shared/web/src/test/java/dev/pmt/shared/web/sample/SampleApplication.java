package dev.pmt.shared.web.sample;

import dev.pmt.shared.service.Description;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.JwtSecurity;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Role;
import dev.pmt.shared.web.SharedWeb;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as one can be, to look at the shared door from outside. */
@SpringBootApplication
@SharedWeb
public class SampleApplication {

    @Bean
    SecurityFilterChain security(HttpSecurity http, JwtSecurity jwt) {
        return jwt.chain(http, "/open");
    }

    @Bean
    Description colour() {
        return new Part("colour", () -> Map.of("name", "blue"));
    }

    @Bean
    Description silent() {
        return new Part("silent", () -> {
            new CountDownLatch(1).await();
            return "never";
        });
    }

    @Bean
    Description broken() {
        return new Part("broken", () -> {
            throw new IllegalStateException("broken");
        });
    }

    record Part(String part, Callable<Object> telling) implements Description {

        @Override
        public Object content() {
            try {
                return telling.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record Note(@NotBlank String text, int stars, @Nullable UUID author) {}

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

        @GetMapping("/things/{id}")
        String thing(
                @PathVariable UUID id,
                @RequestParam String project,
                @RequestParam(defaultValue = "1") int limit,
                @RequestParam(defaultValue = "false") boolean archived,
                @RequestParam(defaultValue = "ADMIN") Role role) {
            return id + project + limit + archived + role;
        }

        @GetMapping("/seen")
        int seen(@RequestHeader("If-Match") String version) {
            return version.length();
        }

        @GetMapping("/later/{id}")
        Callable<String> later(@PathVariable("id") String id) {
            return () -> id;
        }

        @GetMapping("/gone")
        void gone() throws IOException {
            throw new IOException("Broken pipe");
        }

        @GetMapping("/half")
        void half(HttpServletResponse response) throws IOException {
            response.getOutputStream().print("half of it");
            response.flushBuffer();
            throw new IllegalStateException("the other half failed");
        }

        @GetMapping("/refused")
        void refused() {
            throw new ProblemException(HttpStatus.CONFLICT, "taken", "Choose another.", Map.of("hint", "x"));
        }

        @GetMapping("/busy")
        void busy() {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE, "busy", "Come again in a while.", Duration.ofSeconds(30));
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
