package dev.pmt.auth.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class KeySealTest {

    private static final byte[] SECRET = "private".getBytes(StandardCharsets.UTF_8);

    private final KeySeal seal = seal("0123456789-0123456789-0123456789");

    @Test
    void opens_what_it_sealed_and_never_seals_twice_alike() {
        var sealed = seal.seal(SECRET, "kid");

        assertThat(seal.open(sealed, "kid")).isEqualTo(SECRET);
        assertThat(seal.seal(SECRET, "kid")).isNotEqualTo(sealed);
        assertThat(sealed).hasSize(12 + SECRET.length + 16);
    }

    @Test
    void opens_nothing_that_was_changed_moved_or_sealed_with_another_secret() {
        var sealed = seal.seal(SECRET, "kid");
        var changed = sealed.clone();
        changed[14] ^= 1;

        assertThatThrownBy(() -> seal.open(changed, "kid")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(sealed, "other")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal("another-0123456789-0123456789-01").open(sealed, "kid"))
                .hasMessageContaining("pmt.auth.key-secret must be the one");
    }

    @Test
    void keeps_a_token_hash_through_its_stand_in() {
        var hash = TokenHash.of("token");

        assertThat(TokenHash.ofStored(hash.standIn())).isEqualTo(hash);
        assertThat(TokenHash.ofStored("token")).isEqualTo(hash);
        assertThat(TokenHash.of(hash.standIn())).isNotEqualTo(hash);
    }

    private static KeySeal seal(String secret) {
        try {
            return new KeySeal(new KeySettings(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
