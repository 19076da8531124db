package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import dev.pmt.shared.web.Version;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes comments and reactions. They are no change of the task or of a board, so they lock the comment and the writer's
 * membership alone: people who talk hold up nobody who works. Only whoever lets others watch, by mentioning them, locks the
 * project, as watching does, and before all else.
 */
@Service
class CommentEdits {

    private final TaskPlaces places;
    private final Comments comments;
    private final Reactions reactions;
    private final WatcherEdits watchers;
    private final Supplier<UUID> ids;
    private final EventLog log;

    CommentEdits(
            TaskPlaces places,
            Comments comments,
            Reactions reactions,
            WatcherEdits watchers,
            Supplier<UUID> ids,
            EventLog log) {
        this.places = places;
        this.comments = comments;
        this.reactions = reactions;
        this.watchers = watchers;
        this.ids = ids;
        this.log = log;
    }

    @Transactional
    public Comment add(String key, UserId user, NewComment body) {
        watchers.mention(key, user, Mentions.in(Objects.requireNonNullElse(body.text(), "")));
        var place = places.write(key, user);
        var text = body.check();
        var id = new CommentId(ids.get());
        comments.add(id, place.task(), user, text);
        var added = find(place, id);
        log.append(CommentFacts.of(added, place, user).added(user, text));
        return added;
    }

    /** Applies a merge patch to the text that its author last read; one that changes nothing leaves the version. */
    @Transactional
    public Comment update(String key, CommentId id, UserId user, long version, CommentPatch patch) {
        watchers.mention(key, user, mentioned(key, id, user, patch));
        var place = places.write(key, user);
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
        log.append(CommentFacts.of(edited, place, user).edited(text));
        return edited;
    }

    /** Deletes one's own comment, or as a maintainer anybody's. */
    @Transactional
    public void delete(String key, CommentId id, UserId user) {
        var place = places.write(key, user);
        var current = lock(place, id);
        if (!current.authorId().equals(user)) {
            place.role().require(ProjectRole.MAINTAINER);
        }
        comments.delete(id);
        log.append(CommentFacts.of(current, place, user).deleted());
    }

    /** Answers a comment with an emoji; changes nothing when the user has done so. */
    @Transactional
    public Comment react(String key, CommentId id, UserId user, Emoji emoji) {
        var place = places.write(key, user);
        lock(place, id);
        var isNew = reactions.add(id, user, emoji);
        var answered = find(place, id);
        if (isNew) {
            log.append(CommentFacts.of(answered, place, user).reacted(user, emoji));
        }
        return answered;
    }

    /** Takes such an answer back; changes nothing when there is none. */
    @Transactional
    public void unreact(String key, CommentId id, UserId user, Emoji emoji) {
        var place = places.write(key, user);
        lock(place, id);
        if (reactions.remove(id, user, emoji)) {
            log.append(CommentFacts.of(find(place, id), place, user).unreacted(user, emoji));
        }
    }

    /** Returns whom only the new text of one's own comment mentions; the version that is asked for decides whether it is written. */
    private Set<UserId> mentioned(String key, CommentId id, UserId user, CommentPatch patch) {
        var text = Objects.requireNonNullElse(patch.text().value(), "");
        return Mentions.in(text).isEmpty()
                ? Set.of()
                : comments.find(places.see(key, user).task(), id)
                        .filter(comment -> comment.authorId().equals(user))
                        .map(comment -> Mentions.added(comment.text(), text))
                        .orElse(Set.of());
    }

    private Comment find(TaskPlace place, CommentId id) {
        return comments.find(place.task(), id).orElseThrow();
    }

    private Comment lock(TaskPlace place, CommentId id) {
        return comments.lock(place.task(), id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "not-found", "Task " + place.key() + " has no comment " + id + "."));
    }
}
