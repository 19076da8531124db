package dev.pmt.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.DeclaredCall;
import dev.pmt.shared.contracts.PortContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeclaredCallsTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().getParent().getParent().getParent();

    @Test
    void the_keys_are_asked_for_as_auth_offers_and_the_library_declares_it() {
        var call = DeclaredCall.find(Path.of("contract/calls.yml"), "keys");

        assertThat(PortContract.faults(KeyDoor.class, call, ROOT.resolve("services/auth/contract/internal.yaml")))
                .isEmpty();
        assertThat(PublishedKeys.LIMITS.timeout()).isEqualTo(call.timeout());
        assertThat(PublishedKeys.LIMITS.atOnce()).isEqualTo(call.atOnce());
    }
}
