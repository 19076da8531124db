package dev.pmt.notifications;

import dev.pmt.shared.web.SpringService;

/** Starts the notifications service, in a host or alone. */
public final class NotificationsService extends SpringService {

    /** Names the service {@code notifications}. */
    public NotificationsService() {
        super("notifications", NotificationsApplication.class);
    }

    /** Runs the service alone, with settings from the environment. */
    public static void main(String[] arguments) {
        new NotificationsService().runAlone();
    }
}
