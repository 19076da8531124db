package dev.pmt.shared.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.contracts.DeclaredCall;
import dev.pmt.shared.contracts.PortContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeclaredTokenCallTest {

    private static final Path ROOT =
            Path.of("").toAbsolutePath().getParent().getParent().getParent();

    @Test
    void a_token_is_asked_for_as_auth_offers_and_the_library_of_events_declares_it() {
        var call = DeclaredCall.find(ROOT.resolve("libs/shared/events/contract/calls.yml"), "token");

        assertThat(PortContract.faults(TokenDoor.class, call, ROOT.resolve("services/auth/contract/internal.yaml")))
                .isEmpty();
        assertThat(ServiceClient.TOKEN.timeout()).isEqualTo(call.timeout());
        assertThat(ServiceClient.TOKEN.atOnce()).isEqualTo(call.atOnce());
    }
}
