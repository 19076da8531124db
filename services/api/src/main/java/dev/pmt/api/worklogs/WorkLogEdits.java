package dev.pmt.api.worklogs;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.tasks.TaskPlace;
import dev.pmt.api.tasks.TaskPlaces;
import dev.pmt.api.worklogs.WorkLogFacts.Logged;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes work logs, which are no change of their task: neither its version nor its board moves. */
@Service
class WorkLogEdits {

    /** How many a task may have. */
    static final int MOST = 1_000;

    /** Where a day begins first. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final TaskPlaces places;
    private final WorkLogs logs;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final EventLog log;

    WorkLogEdits(TaskPlaces places, WorkLogs logs, Supplier<UUID> ids, Clock clock, EventLog log) {
        this.places = places;
        this.logs = logs;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    @Transactional
    public WorkLog add(String key, UserId user, NewWorkLog body) {
        var place = places.write(key, user);
        var work = body.check(today());
        places.lock(place);
        if (logs.count(place.task()) >= MOST) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "too-many-work-logs",
                    "A task must have at most " + MOST + " work logs, so put some of them together: " + place.key());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var added = new WorkLog(new WorkLogId(ids.get()), user, work, now, 1);
        logs.add(place.task(), added);
        log.append(WorkLogFacts.added(added.id(), added.version(), Logged.of(place, added), user));
        return added;
    }

    /** Applies a merge patch to the work log that who worked last read; one that changes nothing leaves the version. */
    @Transactional
    public WorkLog update(String key, WorkLogId id, UserId user, long version, WorkLogPatch patch) {
        var place = places.write(key, user);
        patch.check(today());
        var current = lock(place, id);
        if (!current.userId().equals(user)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "not-author", "A work log must be corrected by who worked: " + id);
        }
        Version.check(version, current.version(), "Work log " + id);
        var work = patch.over(current.work());
        if (work.equals(current.work())) {
            return current;
        }
        logs.update(id, work);
        var corrected = new WorkLog(id, user, work, current.loggedAt(), current.version() + 1);
        log.append(WorkLogFacts.changed(corrected, place, user));
        return corrected;
    }

    /** Deletes one's own work log, or as a maintainer anybody's. */
    @Transactional
    public void delete(String key, WorkLogId id, UserId user) {
        var place = places.write(key, user);
        var gone = lock(place, id);
        if (!gone.userId().equals(user)) {
            place.role().require(ProjectRole.MAINTAINER);
        }
        logs.delete(id);
        log.append(WorkLogFacts.deleted(gone, place, user));
    }

    private WorkLog lock(TaskPlace place, WorkLogId id) {
        return logs.lock(place.task(), id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "not-found", "Task " + place.key() + " has no work log " + id + "."));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(EARLIEST));
    }
}
