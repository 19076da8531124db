package dev.pmt.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    @Test
    void reads_what_it_wrote_as_a_tag() {
        assertThat(Version.required(Version.tag(42))).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", " \"7\" ", "W/\"7\""})
    void reads_a_tag_that_a_proxy_touched(String ifMatch) {
        assertThat(Version.required(ifMatch)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "*", "\"\"", "\"-7\"", "\"seven\"", "\"7\", \"8\"", "\"1234567890123456789\""})
    void refuses_what_is_no_version_and_shows_it(String ifMatch) {
        assertRefused(() -> Version.required(ifMatch), 400, "invalid-version", ": " + ifMatch);
    }

    @Test
    void wants_a_version() {
        assertRefused(() -> Version.required(null), 428, "version-required", "If-Match must carry");
    }

    @Test
    void tells_which_version_is_current_when_another_was_given() {
        assertThatNoException().isThrownBy(() -> Version.check(3, 3, "Task WEB-1"));
        assertRefused(() -> Version.check(2, 3, "Task WEB-1"), 412, "stale-version", "Task WEB-1 was changed");
        assertThat(Version.stale("Task WEB-1", 3).problem().extras()).containsEntry("version", 3L);
    }

    private static void assertRefused(ThrowingCallable call, int status, String code, String words) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::problem)
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(status);
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.detail()).contains(words);
                });
    }
}
