package dev.pmt.gateway.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.Value;
import dev.pmt.gateway.http.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

    private static final Optional<Caller> ADA = Optional.of(new Caller("ada", "admin"));
    private static final Optional<Caller> BOB = Optional.of(new Caller("bob", "member"));
    private static final Rollout EVERYBODY = new Rollout(100, false, List.of());

    private final Flags flags = new Flags(Clock.systemUTC(), UUID::randomUUID);

    @AfterEach
    void close() {
        flags.close();
    }

    private static Rule rule(boolean enabled, Rollout rollout) {
        return new Rule("a new way", enabled, rollout, null);
    }

    private void put(String key, boolean enabled, Rollout rollout) {
        var version = flags.find(key).map(Flag::version).orElse(0L);
        flags.put(key, version, rule(enabled, rollout), "a test");
    }

    @Test
    void are_on_for_whom_they_are_meant_and_off_when_not_enabled() {
        put("for-admins", true, new Rollout(0, true, List.of()));
        put("for-bob", true, new Rollout(0, false, List.of("bob", "eve")));
        put("for-all", true, EVERYBODY);
        put("for-none", true, Rollout.NOBODY);
        put("switched-off", false, new Rollout(100, true, List.of("bob")));

        assertThat(flags.onFor(ADA)).containsExactly("for-admins", "for-all");
        assertThat(flags.onFor(BOB)).containsExactly("for-all", "for-bob");
        assertThat(flags.onFor(Optional.empty())).containsExactly("for-all");
        assertThat(flags.isOn("nobody-made-it", ADA)).isFalse();
    }

    @Test
    void keep_the_users_of_a_share_when_it_is_raised_and_begin_with_others_in_another_flag() {
        put("one", true, new Rollout(0, false, List.of()));
        put("other", true, new Rollout(20, false, List.of()));
        var before = members("one");
        assertThat(before).isEmpty();
        for (var percent = 5; percent < 100; percent += 15) {
            put("one", true, new Rollout(percent, false, List.of()));
            var now = members("one");
            assertThat(now).containsAll(before).hasSizeBetween(percent * 10 - 70, percent * 10 + 70);
            before = now;
        }
        put("one", true, new Rollout(20, false, List.of()));
        assertThat(members("one")).isNotEqualTo(members("other"));
    }

    private Set<Integer> members(String key) {
        return IntStream.range(0, 1_000)
                .filter(user -> flags.isOn(key, Optional.of(new Caller("user-" + user, "member"))))
                .boxed()
                .collect(Collectors.toSet());
    }

    @Test
    void say_why_to_who_asks_by_open_feature() {
        var api = OpenFeatureAPI.createIsolated();
        var known = new HashMap<String, Flag>();
        api.setProviderAndWait(new FlagProvider(() -> known));
        var client = api.getClient();
        known.put("off", flag("off", rule(false, EVERYBODY)));
        known.put("all", flag("all", rule(true, EVERYBODY)));
        known.put("some", flag("some", rule(true, new Rollout(0, true, List.of("bob")))));
        known.put("share", flag("share", rule(true, new Rollout(50, false, List.of()))));

        assertThat(why(client, "off", "bob")).isEqualTo("DISABLED off");
        assertThat(why(client, "all", null)).isEqualTo("STATIC on");
        assertThat(why(client, "some", "bob")).isEqualTo("TARGETING_MATCH on");
        assertThat(why(client, "some", "eve")).isEqualTo("DEFAULT off");
        assertThat(why(client, "share", "bob")).matches("SPLIT (on|off)");
        var admin = new ImmutableContext("eve", Map.of("role", new Value("admin")));
        assertThat(client.getBooleanDetails("some", false, admin).getReason()).isEqualTo("TARGETING_MATCH");
        assertThat(client.getBooleanDetails("share", false).getErrorCode()).isEqualTo(ErrorCode.TARGETING_KEY_MISSING);
        var absent = client.getBooleanDetails("absent", true);
        assertThat(absent.getErrorCode()).isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        assertThat(absent.getReason()).isEqualTo("ERROR");
        assertThat(absent.getValue()).isTrue();
        assertThat(client.getStringDetails("all", "x").getErrorCode()).isEqualTo(ErrorCode.TYPE_MISMATCH);
        assertThat(client.getIntegerDetails("all", 1).getErrorCode()).isEqualTo(ErrorCode.TYPE_MISMATCH);
        assertThat(client.getDoubleDetails("all", 1.0).getErrorCode()).isEqualTo(ErrorCode.TYPE_MISMATCH);
        assertThat(client.getObjectDetails("absent", new Value(1)).getErrorCode())
                .isEqualTo(ErrorCode.FLAG_NOT_FOUND);
        api.shutdown();
    }

    private static Flag flag(String key, Rule rule) {
        return new Flag(key, rule, "salt", 1, Clock.systemUTC().instant(), "a test");
    }

    private static String why(Client client, String key, String user) {
        var context = user == null ? ImmutableContext.EMPTY : new ImmutableContext(user);
        var details = client.getBooleanDetails(key, false, context);
        return details.getReason() + " " + details.getVariant();
    }

    @Test
    void are_this_edges_own_and_not_the_jvms() {
        put("mine", true, EVERYBODY);
        try (var others = new Flags(Clock.systemUTC(), UUID::randomUUID)) {
            assertThat(others.isOn("mine", ADA)).isFalse();
            assertThat(OpenFeatureAPI.getInstance().getProviderMetadata().getName())
                    .isNotEqualTo("pmt-edge");
        }
        assertThat(flags.isOn("mine", ADA)).isTrue();
    }

    @Test
    void refuse_a_change_of_another_version_than_the_one_in_force() {
        put("new-board", true, EVERYBODY);
        put("new-board", false, EVERYBODY);

        assertThatThrownBy(() -> flags.put("new-board", 1, rule(true, EVERYBODY), "late"))
                .isInstanceOfSatisfying(
                        StaleFlag.class, stale -> assertThat(stale.version()).hasValue(2));
        assertThatThrownBy(() -> flags.put("new-board", 0, rule(true, EVERYBODY), "twice"))
                .isInstanceOf(StaleFlag.class);
        assertThatThrownBy(() -> flags.remove("absent", 1))
                .isInstanceOfSatisfying(
                        StaleFlag.class, stale -> assertThat(stale.version()).isEmpty());
        assertThat(flags.find("new-board").orElseThrow().rule().enabled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "New", "new_board", "-new", "new-", "new--board", "1new", "new board"})
    void refuse_keys_that_are_not_in_kebab_case(String key) {
        assertThatThrownBy(() -> put(key, true, EVERYBODY)).hasMessageStartingWith("key must be lower-case words");
    }

    @Test
    void refuse_in_words_what_cannot_be() {
        assertThatThrownBy(() -> put("k".repeat(61), true, EVERYBODY)).hasMessageContaining("at most 60 characters");
        assertThatThrownBy(() -> new Rollout(100.1, false, List.of())).hasMessageContaining("from 0 to 100: 100.1");
        assertThatThrownBy(() -> new Rollout(1, false, List.of("a b"))).hasMessageContaining("ids of users: a b");
        assertThatThrownBy(() -> new Rollout(
                        1, false, IntStream.range(0, 201).mapToObj(i -> "u" + i).toList()))
                .hasMessageContaining("at most 200: 201");
        assertThatThrownBy(() -> new Rule(" ", true, EVERYBODY, LocalDate.EPOCH))
                .hasMessageContaining("description must say");
        for (var number = 0; number < 200; number++) {
            put("flag" + number, true, EVERYBODY);
        }
        assertThatThrownBy(() -> put("one-more", true, EVERYBODY)).hasMessageContaining("at most 200 flags");
    }
}
