package dev.pmt.notifications.live;

import dev.pmt.shared.web.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketController {

    private final Tickets tickets;
    private final LiveSettings settings;

    TicketController(Tickets tickets, LiveSettings settings) {
        this.tickets = tickets;
        this.settings = settings;
    }

    /**
     * A ticket as the client gets it.
     *
     * @param expiresIn seconds
     */
    record Ticket(String ticket, long expiresIn) {}

    @PostMapping("/api/v1/live/tickets")
    @ResponseStatus(HttpStatus.CREATED)
    Ticket issue(CurrentUser user) {
        return new Ticket(tickets.issue(user.id()), settings.ticket().toSeconds());
    }
}
