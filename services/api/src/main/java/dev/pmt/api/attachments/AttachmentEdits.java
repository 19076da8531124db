package dev.pmt.api.attachments;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.tasks.TaskPlaces;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and deletes attachments, which are no change of their task: neither its version nor its board moves. */
@Service
class AttachmentEdits {

    private final TaskPlaces places;
    private final Attachments attachments;
    private final StoredFiles files;
    private final AttachmentSettings settings;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final EventLog log;

    AttachmentEdits(
            TaskPlaces places,
            Attachments attachments,
            StoredFiles files,
            AttachmentSettings settings,
            Supplier<UUID> ids,
            Clock clock,
            EventLog log) {
        this.places = places;
        this.attachments = attachments;
        this.files = files;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
        this.log = log;
    }

    /** Refuses, before any byte is read, what {@link #add} would refuse (404, 403, 422). */
    void check(String key, UserId user) {
        var place = places.see(key, user);
        place.role().require(ProjectRole.MEMBER);
        checkRoom(key, attachments.count(place.task()));
    }

    /** Adds a file whose bytes are in; they are kept for good together with it. */
    @Transactional
    public Attachment add(String key, UserId user, String name, BlobStore.Received received) {
        var place = places.write(key, user);
        places.lock(place);
        checkRoom(place.key(), attachments.count(place.task()));
        files.want(received.sha256(), received.size());
        received.keep();
        var added = new Attachment(
                new AttachmentId(ids.get()),
                name,
                received.mediaType().text(),
                received.size(),
                received.sha256(),
                user,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        attachments.add(place.task(), added);
        log.append(AttachmentFacts.added(added.id(), AttachmentFacts.At.of(place, added), user));
        return added;
    }

    /** Deletes one's own attachment, or as a maintainer anybody's. The bytes stay for a while. */
    @Transactional
    public void delete(String key, AttachmentId id, UserId user) {
        var place = places.write(key, user);
        var gone = attachments.lock(place.task(), id).orElseThrow(() -> missing(place.key(), id));
        if (!gone.addedById().equals(user)) {
            place.role().require(ProjectRole.MAINTAINER);
        }
        attachments.delete(id);
        files.renew(gone.sha256());
        log.append(AttachmentFacts.deleted(id, AttachmentFacts.At.of(place, gone), user));
    }

    /** Makes the answer for an attachment that a task does not have (404). */
    static ProblemException missing(String key, AttachmentId id) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "not-found", "Task " + key + " has no attachment " + id + ".");
    }

    private void checkRoom(String key, int count) {
        if (count >= settings.most()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "too-many-attachments",
                    "A task must have at most " + settings.most() + " attachments, so delete one first: " + key);
        }
    }
}
