package dev.pmt.api.demo;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomFields;
import dev.pmt.api.projects.ProjectActions;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.tasks.TaskActions;
import dev.pmt.api.worklogs.WorkLogActions;
import dev.pmt.shared.web.ProblemException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Simulates the lives of a demonstration's projects, each day in a transaction of its own: what is interrupted goes on. */
@Service
class Demo {

    /** How long a request works before it tells how far it is. */
    private static final Duration TURN = Duration.ofSeconds(2);

    private final DemoRows rows;
    private final ObjectProvider<DemoTexts> texts;
    private final Projects projects;
    private final ProjectActions actions;
    private final CustomFields fields;
    private final TaskActions tasks;
    private final WorkLogActions work;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Demo(
            DemoRows rows,
            ObjectProvider<DemoTexts> texts,
            Projects projects,
            ProjectActions actions,
            CustomFields fields,
            TaskActions tasks,
            WorkLogActions work,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.projects = projects;
        this.actions = actions;
        this.fields = fields;
        this.tasks = tasks;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * How far a demonstration is.
     *
     * @param day the day that the slowest of its projects has reached
     * @param until the day before which it ends
     * @param tasks that there are by now
     */
    record Progress(LocalDate day, LocalDate until, long tasks, boolean done) {}

    /** Goes on for a moment, or begins where there are no projects yet; refuses where there are others (409). */
    Progress simulate(List<UserId> people, int weeks) {
        transactions.executeWithoutResult(status -> begin(people, weeks));
        var end = System.nanoTime() + TURN.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lives = rows.all().stream()
                    .map(row -> threads.submit(() -> live(row.place(), end)))
                    .toList();
            for (var life : lives) {
                life.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a day could not be simulated", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return progress();
    }

    private void begin(List<UserId> people, int weeks) {
        rows.lock();
        if (!rows.all().isEmpty()) {
            return;
        }
        if (rows.isUsed()) {
            throw ProblemException.conflict(
                    "not-empty",
                    "A demonstration needs an installation without projects; start one with another --home.");
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var begins = beginning(today, weeks);
        DemoClock.at(begins.atTime(8, 0).toInstant(ZoneOffset.UTC), () -> {
            var stories = texts.getObject().projects();
            for (int place = 0; place < stories.size(); place++) {
                var story = stories.get(place);
                var owner = people.get(place % people.size());
                var project = actions.create(story.key(), story.name(), story.description(), owner);
                actions.addFields(project, owner, story.fields());
                people.stream()
                        .filter(person -> !person.equals(owner))
                        .forEach(person -> actions.addMember(project, owner, person, roleOf(person, people)));
                rows.add(project.id(), place, people, begins, today);
            }
        });
    }

    /** The Monday, at least so many weeks ago, from which on sprints of two weeks have today in their second week. */
    static LocalDate beginning(LocalDate today, int weeks) {
        var weeksOfWholeSprints = weeks + weeks % 2;
        return today.minusWeeks(weeksOfWholeSprints + 1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Who asked for it may see and change everything. */
    private static ProjectRole roleOf(UserId person, List<UserId> people) {
        return person.equals(people.getFirst()) ? ProjectRole.OWNER : ProjectRole.MEMBER;
    }

    /** Lives days until there are no more, or the turn is over. */
    private void live(int place, long end) {
        var isOver = false;
        while (!isOver && System.nanoTime() < end) {
            isOver = Boolean.TRUE.equals(transactions.execute(status -> day(rows.take(place))));
        }
    }

    /** Lives a project's next day, if there is one; answers whether it was the last. */
    private boolean day(DemoRows.Row row) {
        if (row.isOver()) {
            return true;
        }
        var words = texts.getObject();
        var story = words.projects().get(row.place());
        var owner = row.people().get(row.place() % row.people().size());
        var project = projects.get(story.key(), owner);
        new DemoDay(tasks, work, words, story, project, fields.of(project.id()), row).live();
        return rows.advance(row).isOver();
    }

    private Progress progress() {
        var all = rows.all();
        var day = all.stream().map(DemoRows.Row::day).min(LocalDate::compareTo).orElseThrow();
        var made = all.stream().mapToLong(row -> tasks.count(row.project())).sum();
        return new Progress(day, all.getFirst().until(), made, all.stream().allMatch(DemoRows.Row::isOver));
    }
}
