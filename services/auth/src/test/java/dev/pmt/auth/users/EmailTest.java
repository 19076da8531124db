package dev.pmt.auth.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.web.Role;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EmailTest {

    @Test
    void is_kept_as_written_and_compared_without_case() {
        assertThat(Email.parse(" Ada@Example.org ")).hasValueSatisfying(email -> {
            assertThat(email.value()).isEqualTo("Ada@Example.org");
            assertThat(email.key()).isEqualTo("ada@example.org");
        });
    }

    @Test
    void refuses_what_cannot_be_an_address() {
        assertThat(Email.parse("ada")).isEmpty();
        assertThat(Email.parse("a b@example.org")).isEmpty();
        assertThat(Email.parse("a".repeat(250) + "@b.org")).isEmpty();
        assertThatThrownBy(() -> new Email("ada")).hasMessageContaining("name@example.org");
    }

    @Test
    void belongs_to_a_person_with_a_name() {
        assertThatThrownBy(() -> new User(
                        new UserId(UUID.randomUUID()),
                        new Email("a@b"),
                        "  ",
                        Role.MEMBER,
                        true,
                        Instant.parse("2026-01-01T00:00:00Z"),
                        1))
                .hasMessage("name must have 1 to 100 characters: 0");
    }
}
