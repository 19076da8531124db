package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes comments and reactions. They are no change of the task or of a board, so they lock the comment and the writer's
 * membership alone: people who talk hold up nobody who works.
 */
@Service
class CommentEdits {

    private final Tasks tasks;
    private final Comments comments;
    private final Reactions reactions;
    private final ProjectLock projects;
    private final Supplier<UUID> ids;
    private final EventLog log;

    CommentEdits(
            Tasks tasks,
            Comments comments,
            Reactions reactions,
            ProjectLock projects,
            Supplier<UUID> ids,
            EventLog log) {
        this.tasks = tasks;
        this.comments = comments;
        this.reactions = reactions;
        this.projects = projects;
        this.ids = ids;
        this.log = log;
    }

    /** A task whose reader writes in its project, and keeps their role until the transaction ends. */
    private record Place(Task task, UserId user, ProjectRole role) {

        CommentFacts facts(Comment comment) {
            return CommentFacts.of(comment, task, user);
        }
    }

    @Transactional
    public Comment add(String key, UserId user, NewComment body) {
        var place = place(key, user);
        var text = body.check();
        var id = new CommentId(ids.get());
        comments.add(id, place.task.id(), user, text);
        var added = find(place, id);
        log.append(place.facts(added).added(user, text));
        return added;
    }

    /** Applies a merge patch to the text that its author last read; one that changes nothing leaves the version. */
    @Transactional
    public Comment update(String key, CommentId id, UserId user, long version, CommentPatch patch) {
        var place = place(key, user);
        patch.check();
        var current = lock(place, id);
        if (!current.authorId().equals(user)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "not-author", "A comment must be edited by who wrote it: " + id);
        }
        Version.check(version, current.version(), "Comment " + id);
        var text = patch.text().overRequired(current.text());
        if (text.equals(current.text())) {
            return current;
        }
        comments.edit(id, text);
        var edited = find(place, id);
        log.append(place.facts(edited).edited(text));
        return edited;
    }

    /** Deletes one's own comment, or as a maintainer anybody's. */
    @Transactional
    public void delete(String key, CommentId id, UserId user) {
        var place = place(key, user);
        var current = lock(place, id);
        if (!current.authorId().equals(user)) {
            place.role.require(ProjectRole.MAINTAINER);
        }
        comments.delete(id);
        log.append(place.facts(current).deleted());
    }

    /** Answers a comment with an emoji; changes nothing when the user has done so. */
    @Transactional
    public Comment react(String key, CommentId id, UserId user, Emoji emoji) {
        var place = place(key, user);
        lock(place, id);
        var isNew = reactions.add(id, user, emoji);
        var answered = find(place, id);
        if (isNew) {
            log.append(place.facts(answered).reacted(user, emoji));
        }
        return answered;
    }

    /** Takes such an answer back; changes nothing when there is none. */
    @Transactional
    public void unreact(String key, CommentId id, UserId user, Emoji emoji) {
        var place = place(key, user);
        lock(place, id);
        if (reactions.remove(id, user, emoji)) {
            log.append(place.facts(find(place, id)).unreacted(user, emoji));
        }
    }

    private Place place(String key, UserId user) {
        var task = tasks.get(key, user);
        var role = projects.holdRole(task.projectId(), user).orElseThrow(() -> Tasks.missing(key));
        role.require(ProjectRole.MEMBER);
        return new Place(task, user, role);
    }

    private Comment find(Place place, CommentId id) {
        return comments.find(place.task.id(), id).orElseThrow();
    }

    private Comment lock(Place place, CommentId id) {
        return comments.lock(place.task.id(), id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "not-found", "Task " + place.task.key() + " has no comment " + id + "."));
    }
}
