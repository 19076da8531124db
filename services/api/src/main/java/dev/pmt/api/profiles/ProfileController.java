package dev.pmt.api.profiles;

import dev.pmt.api.wire.Cursor;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.shared.web.CurrentUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/profiles")
class ProfileController {

    private static final String LIST = "profiles";
    private static final int USUAL_PAGE = 25;
    private static final UUID FIRST = new UUID(0, 0);

    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    Page<Profile> list(
            CurrentUser anybody,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var after = Cursor.parse(cursor, LIST, 1).map(c -> c.id(0)).orElse(FIRST);
        return Page.of(profiles.list(after, size + 1), size, profile -> Cursor.of(LIST, profile.id()));
    }
}
