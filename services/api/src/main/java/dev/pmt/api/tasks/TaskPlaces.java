package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.ProjectRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets other modules keep things at tasks, by the rights that people have in the task's project. */
@Repository
public class TaskPlaces {

    private static final String LOCK = "SELECT 1 FROM task WHERE id = :task FOR NO KEY UPDATE";

    private final Tasks tasks;
    private final ProjectLock projects;
    private final JdbcClient jdbc;

    TaskPlaces(Tasks tasks, ProjectLock projects, JdbcClient jdbc) {
        this.tasks = tasks;
        this.projects = projects;
        this.jdbc = jdbc;
    }

    /** Finds a task that a user sees, or refuses (404). */
    public TaskPlace see(String key, UserId user) {
        var task = tasks.get(key, user);
        return new TaskPlace(task.id(), task.projectId(), task.key(), task.version(), task.role());
    }

    /** Finds a task, and keeps the user's role as it is until the transaction ends; refuses who may only read (403). */
    public TaskPlace write(String key, UserId user) {
        var seen = see(key, user);
        var role = projects.holdRole(seen.project(), user).orElseThrow(() -> Tasks.missing(key));
        role.require(ProjectRole.MEMBER);
        return new TaskPlace(seen.task(), seen.project(), seen.key(), seen.version(), role);
    }

    /** Lets nobody else in here until the transaction ends: what is counted at a task then stays as many. */
    public void lock(TaskPlace place) {
        jdbc.sql(LOCK).param("task", place.task().value()).query().listOfRows();
    }
}
