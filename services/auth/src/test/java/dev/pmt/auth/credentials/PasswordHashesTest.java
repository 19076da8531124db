package dev.pmt.auth.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PasswordHashesTest {

    private final PasswordSettings settings = new PasswordSettings(10, 128, DataSize.ofMegabytes(19), 2, 1, 2);
    private final PasswordHashes hashes = new PasswordHashes(settings);

    @Test
    void are_argon2id_with_the_settings_owasp_recommends() {
        assertThat(hashes.hash("four quiet otters swim")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void match_their_password_only() {
        var hash = hashes.hash("four quiet otters swim");

        assertThat(hashes.matches("four quiet otters swim", hash)).isTrue();
        assertThat(hashes.matches("four quiet otters sink", hash)).isFalse();
        assertThat(hashes.hash("four quiet otters swim")).isNotEqualTo(hash);
    }

    @Test
    void never_match_when_there_is_no_password() {
        assertThat(hashes.matches("nobody's password", null)).isFalse();
    }

    @Test
    void ask_for_length_and_little_else() {
        var rule = new PasswordRule(settings);

        assertThat(rule.objection("123456789", "ada@example.org"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("at least 10"));
        assertThat(rule.objection("x".repeat(129), "ada@example.org")).isPresent();
        assertThat(rule.objection("ada@example.org", "Ada@Example.org")).isPresent();
        assertThat(rule.objection("x".repeat(128), "ada@example.org")).isEmpty();
        assertThat(rule.objection("🦦".repeat(10), "ada@example.org")).isEmpty();
    }
}
