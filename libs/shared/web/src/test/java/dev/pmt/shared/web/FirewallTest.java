package dev.pmt.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FirewallTest {

    @Test
    void judges_every_character_as_the_strict_firewall_does() {
        var strict = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            var text = "a" + Character.toString(c);

            assertThat(Firewall.isPrintable(text))
                    .as("U+%04X", c)
                    .isEqualTo(strict.matcher(text).matches());
        }
    }
}
