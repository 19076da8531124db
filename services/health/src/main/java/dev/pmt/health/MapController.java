package dev.pmt.health;

import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door of health for administrators. */
@RestController
class MapController {

    private final Cartographer cartographer;
    private final Fresh<ServiceMap> latest;

    MapController(Cartographer cartographer, Fresh<ServiceMap> latest) {
        this.cartographer = cartographer;
        this.latest = latest;
    }

    /** Tells which services run in which processes, and how each is used; services are asked with the caller's own token. */
    @GetMapping("/api/v1/admin/map")
    ResponseEntity<ServiceMap> map(CurrentUser user, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        if (user.role() != Role.ADMIN) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "Only administrators see the map; ask one of them.");
        }
        var map = latest.get(() -> cartographer.draw(authorization));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(map);
    }
}
