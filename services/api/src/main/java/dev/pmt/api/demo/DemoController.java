package dev.pmt.api.demo;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/demo")
class DemoController {

    private static final int FEWEST = 3;
    private static final int MOST = 12;
    private static final int USUAL_WEEKS = 52;
    private static final int MOST_WEEKS = 104;

    private final Demo demo;

    DemoController(Demo demo) {
        this.demo = demo;
    }

    /** The body of a request for a demonstration. */
    record Team(
            @Nullable List<@Nullable UserId> people,
            @Nullable Integer weeks) {

        /** Returns whoever asks, and then the others. */
        List<UserId> with(UserId caller) {
            var faults = new Faults();
            var all = new LinkedHashSet<UserId>();
            all.add(caller);
            Objects.requireNonNullElse(people, List.<@Nullable UserId>of()).stream()
                    .filter(Objects::nonNull)
                    .forEach(all::add);
            faults.check(
                    all.size() >= FEWEST && all.size() <= MOST,
                    "people",
                    "people must name %d to %d users beside yourself: %d"
                            .formatted(FEWEST - 1, MOST - 1, all.size() - 1));
            faults.refuse();
            return new ArrayList<>(all);
        }

        int checkedWeeks() {
            var faults = new Faults();
            var wanted = Objects.requireNonNullElse(weeks, USUAL_WEEKS);
            faults.check(
                    wanted >= 1 && wanted <= MOST_WEEKS, "weeks", "weeks must be 1 to " + MOST_WEEKS + ": " + wanted);
            faults.refuse();
            return wanted;
        }
    }

    @PostMapping(produces = "application/json")
    Demo.Progress simulate(CurrentUser user, @RequestBody Team body) {
        if (user.role() != Role.ADMIN) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "Only administrators may have a demonstration simulated.");
        }
        return demo.simulate(body.with(new UserId(user.id())), body.checkedWeeks());
    }
}
