package dev.pmt.auth.credentials;

import dev.pmt.auth.users.Email;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: per account and address, so that nobody can lock a colleague out, and per address.
 *
 * <p>A try counts as failed from the moment it is admitted, so that many at once do not slip through together.
 */
@Component
class SignInThrottle {

    private final ThrottleSettings settings;
    private final Clock clock;
    private final Map<Key, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    SignInThrottle(ThrottleSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a try, or answers how long to wait before the next; zero when it may go on. */
    synchronized Duration admit(Email email, String address) {
        var now = clock.instant();
        var account = new Account(email.key(), address);
        var source = new Address(address);
        var pause = longer(of(account).pause(now), of(source).pause(now));
        if (pause.isZero()) {
            remember(account, of(account).plusOne(now, settings.perAccount(), settings));
            remember(source, of(source).plusOne(now, settings.perAddress(), settings));
        }
        return pause;
    }

    /** Takes the try back, since the password was right, and forgets the account's failures. */
    synchronized void succeeded(Email email, String address) {
        failures.remove(new Account(email.key(), address));
        failures.computeIfPresent(new Address(address), (key, known) -> known.minusOne());
    }

    private Failures of(Key key) {
        return failures.getOrDefault(key, Failures.NONE);
    }

    private void remember(Key key, Failures value) {
        failures.put(key, value);
        var eldest = failures.keySet().iterator();
        while (failures.size() > settings.remembered()) {
            eldest.next();
            eldest.remove();
        }
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private sealed interface Key {}

    private record Account(String email, String address) implements Key {}

    private record Address(String address) implements Key {}
}
