package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.wire.Faults;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Starts, completes and reopens sprints. */
@Repository
class SprintStates {

    private static final String START = """
            UPDATE sprint
               SET state = 'active', started_at = :now, committed_tasks = :tasks, committed_points = :points,
                   version = version + 1
             WHERE id = :id
            """;

    // An archived task was not promised: should it come back, it is one more.
    private static final String NOT_COMMITTED =
            "UPDATE task SET sprint_added = true WHERE sprint_id = :id AND archived";

    private static final String COMPLETE = """
            UPDATE sprint
               SET state = 'completed', completed_at = :now, outcome = :outcome::jsonb, version = version + 1
             WHERE id = :id
            """;

    private static final String REOPEN = """
            UPDATE sprint
               SET state = 'active', completed_at = NULL, outcome = NULL, version = version + 1
             WHERE id = :id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Sprints sprints;
    private final ProjectLock projects;
    private final Planning planning;
    private final Clock clock;
    private final EventLog log;

    SprintStates(
            JdbcClient jdbc,
            JsonMapper json,
            Sprints sprints,
            ProjectLock projects,
            Planning planning,
            Clock clock,
            EventLog log) {
        this.jdbc = jdbc;
        this.json = json;
        this.sprints = sprints;
        this.projects = projects;
        this.planning = planning;
        this.clock = clock;
        this.log = log;
    }

    /** Starts a planned sprint that has its dates; what is in it now is what the team commits to. */
    @Transactional
    public Sprint start(String projectKey, SprintId id, UserId user) {
        projects.take(projectKey, user, ProjectRole.MEMBER);
        var sprint = inState(SprintState.PLANNED, projectKey, id, user);
        if (sprint.startsOn() == null || sprint.endsOn() == null) {
            throw ProblemException.conflict(
                    "sprint-without-dates",
                    "Sprint " + sprint.name() + " must have startsOn and endsOn to be started.");
        }
        var committed = sprint.unfinished().plus(sprint.done());
        jdbc.sql(START)
                .param("id", id.value())
                .param("tasks", committed.tasks())
                .param("points", committed.points())
                .param("now", OffsetDateTime.now(clock))
                .update();
        jdbc.sql(NOT_COMMITTED).param("id", id.value()).update();
        var started = sprints.get(projectKey, id, user);
        log.append(new SprintFacts(started, user).started());
        return started;
    }

    /** Completes an active sprint; what is not done goes to an open sprint, or to the backlog when there is none. */
    @Transactional
    public Sprint complete(String projectKey, SprintId id, UserId user, @Nullable SprintId carryOverTo) {
        var project = projects.take(projectKey, user, ProjectRole.MEMBER);
        var sprint = inState(SprintState.ACTIVE, projectKey, id, user);
        var target = carryOverTo == null ? null : open(project, projectKey, id, carryOverTo);
        var scope = Objects.requireNonNull(sprint.scope());
        var outcome = new Sprint.Outcome(sprint.done(), sprint.unfinished(), scope.added(), scope.removed());
        var steps = planning.tasks(project, id).stream()
                .filter(task -> !task.done())
                .map(task -> new Planning.Step(task, task.rank()))
                .toList();
        planning.put(projectKey, project, user, steps, target);
        jdbc.sql(COMPLETE)
                .param("id", id.value())
                .param("outcome", json.writeValueAsString(outcome))
                .param("now", OffsetDateTime.now(clock))
                .update();
        var completed = sprints.get(projectKey, id, user);
        log.append(new SprintFacts(completed, user).completed(outcome, carryOverTo));
        return completed;
    }

    /** Takes a completion back; tasks that were carried over stay where they are now. */
    @Transactional
    public Sprint reopen(String projectKey, SprintId id, UserId user) {
        projects.take(projectKey, user, ProjectRole.MAINTAINER);
        inState(SprintState.COMPLETED, projectKey, id, user);
        jdbc.sql(REOPEN).param("id", id.value()).update();
        var reopened = sprints.get(projectKey, id, user);
        log.append(new SprintFacts(reopened, user).reopened());
        return reopened;
    }

    private Sprint inState(SprintState wanted, String projectKey, SprintId id, UserId user) {
        var sprint = sprints.get(projectKey, id, user);
        if (sprint.state() != wanted) {
            throw ProblemException.conflict(
                    "sprint-not-" + wanted.wireName(),
                    "Sprint " + sprint.name() + " must be " + wanted.wireName() + " for that: "
                            + sprint.state().wireName());
        }
        return sprint;
    }

    private TaskSprint open(ProjectId project, String projectKey, SprintId id, SprintId wanted) {
        var target = planning.sprint(project, wanted)
                .filter(sprint -> sprint.state() != SprintState.COMPLETED && !wanted.equals(id));
        var faults = new Faults();
        faults.check(
                target.isPresent(),
                "carryOverTo",
                "carryOverTo must be another planned or active sprint of project " + projectKey + ": " + wanted);
        faults.refuse();
        return target.orElseThrow();
    }
}
