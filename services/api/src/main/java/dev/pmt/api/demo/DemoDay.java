package dev.pmt.api.demo;

import dev.pmt.api.demo.DemoTexts.Occasion;
import dev.pmt.api.demo.DemoTexts.Story;
import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomField;
import dev.pmt.api.projects.Project;
import dev.pmt.api.tasks.Priority;
import dev.pmt.api.tasks.TaskActions;
import dev.pmt.api.tasks.TaskActions.Open;
import dev.pmt.api.tasks.TaskType;
import dev.pmt.api.worklogs.WorkLogActions;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A day of a team: what it plans, how far its work gets, and what comes in. The same day is always lived the same way. */
final class DemoDay {

    private static final int SPRINT_DAYS = 14;
    private static final BigDecimal CAPACITY = new BigDecimal(70);
    private static final int AT_A_TIME = 2;
    private static final int RECENT = 10;

    private final TaskActions tasks;
    private final WorkLogActions work;
    private final DemoTexts texts;
    private final DemoDrafts drafts;
    private final Project project;
    private final DemoRows.Row life;
    private final LocalDate today;
    private final RandomGenerator random;
    private final List<UserId> team;
    private int minute;

    DemoDay(
            TaskActions tasks,
            WorkLogActions work,
            DemoTexts texts,
            Story story,
            Project project,
            List<CustomField> fields,
            DemoRows.Row life) {
        this.tasks = tasks;
        this.work = work;
        this.texts = texts;
        this.project = project;
        this.life = life;
        this.today = life.day();
        this.random = new SplittableRandom(today.toEpochDay() * 31 + life.place());
        this.drafts = new DemoDrafts(texts, story, fields, project.key(), today, random);
        this.team = team(life.people(), life.place());
    }

    /** Each project has most of the people, not all. */
    private static List<UserId> team(List<UserId> people, int place) {
        var team = new ArrayList<>(people);
        if (team.size() > 3) {
            team.remove((place + 1) % (team.size() - 1) + 1);
        }
        return List.copyOf(team);
    }

    /** Lives it; the caller's transaction holds all of it. */
    void live() {
        var age = ChronoUnit.DAYS.between(life.begins(), today);
        if (age == 0) {
            found();
        }
        var isWeekend = today.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        if (isWeekend) {
            if (chance(10)) {
                comesIn(TaskType.BUG);
            }
            return;
        }
        var open = open();
        if (relate(open)) {
            open = open();
        }
        if (age % SPRINT_DAYS == 0) {
            turnSprint((int) (age / SPRINT_DAYS) + 1);
            open = open();
        }
        if (age == 1) {
            beginEpics(open);
        }
        workOn(open);
        for (int i = random.nextInt(2, 4); i > 0; i--) {
            comesIn(drafts.type());
        }
        tidy(open);
    }

    /** Begins the project with its epics, a first backlog and a sprint to start. */
    private void found() {
        for (var epic : drafts.epics()) {
            act(() -> tasks.create(project.key(), someone(), epic));
        }
        for (int i = 0; i < 24; i++) {
            comesIn(drafts.type());
        }
        plan(1);
    }

    private void beginEpics(List<Open> open) {
        open.stream()
                .filter(task -> task.type() == TaskType.EPIC)
                .limit(3)
                .forEach(epic -> act(() -> tasks.change(epic, lead(), DemoColumn.PROGRESS.in(project), lead())));
    }

    /** Sometimes what came in last must wait for something a little older: no chain of those closes, and none is noted twice. */
    private boolean relate(List<Open> open) {
        var work = open.stream()
                .filter(task -> task.type() != TaskType.EPIC)
                .sorted(Comparator.comparingLong(Open::number))
                .toList();
        if (work.size() < 2 || !chance(25)) {
            return false;
        }
        var back = random.nextInt(Math.min(RECENT, work.size() - 1));
        var blocker = work.get(work.size() - 2 - back);
        act(() -> tasks.block(blocker.key(), someone(), work.getLast().key()));
        return true;
    }

    /** Completes the sprint that runs, starts the one that waits, and plans another. */
    private void turnSprint(int number) {
        var sprints = tasks.openSprints(project.id());
        var next = sprints.getLast();
        if (sprints.size() > 1) {
            act(() -> tasks.completeSprint(project.key(), lead(), sprints.getFirst(), next));
        }
        fill(next, CAPACITY);
        act(() -> tasks.startSprint(project.key(), lead(), next));
        fill(plan(number + 1), new BigDecimal(12));
    }

    private UUID plan(int number) {
        var first = life.begins().plusDays((long) SPRINT_DAYS * (number - 1));
        var made = new UUID[1];
        act(() -> made[0] = tasks.planSprint(
                project.key(),
                lead(),
                "Sprint " + number,
                texts.goal(random),
                first,
                first.plusDays(SPRINT_DAYS - 1),
                CAPACITY));
        return made[0];
    }

    /** Takes tasks from the top of the backlog until a sprint has so many points. */
    private void fill(UUID sprint, BigDecimal points) {
        var open = open();
        var sum = open.stream()
                .filter(task -> sprint.equals(task.sprint()))
                .map(DemoDay::size)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var chosen = new ArrayList<String>();
        for (var task : open) {
            if (task.sprint() == null && task.type() != TaskType.EPIC && sum.compareTo(points) < 0) {
                chosen.add(task.key());
                sum = sum.add(size(task));
            }
        }
        if (!chosen.isEmpty()) {
            act(() -> tasks.putIntoSprint(project.key(), lead(), sprint, chosen));
        }
    }

    /** Moves on what the running sprint holds; nobody begins a third thing. */
    private void workOn(List<Open> open) {
        var sprint = tasks.openSprints(project.id()).getFirst();
        Map<UserId, Integer> busy = new HashMap<>();
        open.stream()
                .filter(task -> task.type() != TaskType.EPIC)
                .filter(task -> task.assignee() != null && DemoColumn.of(project, task.status()) != DemoColumn.TODO)
                .forEach(task -> busy.merge(Objects.requireNonNull(task.assignee()), 1, Integer::sum));
        for (var task : open) {
            if (!sprint.equals(task.sprint())) {
                continue;
            }
            switch (DemoColumn.of(project, task.status())) {
                case TODO -> start(task, busy);
                case PROGRESS -> {
                    if (chance((int) (70 / Math.sqrt(size(task).doubleValue())))) {
                        go(task, DemoColumn.REVIEW, Occasion.REVIEWED);
                    }
                }
                case REVIEW -> {
                    if (chance(8)) {
                        go(task, DemoColumn.PROGRESS, Occasion.RETURNED);
                    } else if (chance(75)) {
                        go(task, DemoColumn.DONE, Occasion.FINISHED);
                    }
                }
                case DONE -> {}
            }
        }
    }

    private void start(Open task, Map<UserId, Integer> busy) {
        var free = team.stream()
                .filter(person -> busy.getOrDefault(person, 0) < AT_A_TIME)
                .toList();
        if (free.isEmpty() || !chance(35)) {
            return;
        }
        var person = DemoTexts.pick(free, random);
        busy.merge(person, 1, Integer::sum);
        act(() -> tasks.change(task, person, DemoColumn.PROGRESS.in(project), person));
        say(task.key(), person, Occasion.STARTED);
    }

    private void go(Open task, DemoColumn column, Occasion occasion) {
        var person = task.assignee() == null || column == DemoColumn.DONE ? someone() : task.assignee();
        act(() -> tasks.change(task, person, column.in(project), null));
        if (occasion == Occasion.REVIEWED && chance(60)) {
            var minutes = size(task).intValue() * random.nextInt(3, 9) * 15;
            act(() -> work.log(task.key(), person, today, minutes, texts.note(random)));
        }
        say(task.key(), person, occasion);
    }

    /** Sometimes people comment on what they do, and others answer. */
    private void say(String key, UserId person, Occasion occasion) {
        if (!chance(occasion == Occasion.RETURNED ? 80 : 18)) {
            return;
        }
        act(() -> {
            var comment = tasks.comment(key, person, texts.comment(occasion, random));
            if (chance(30)) {
                tasks.react(key, comment, someone(), texts.emoji(random));
            }
        });
    }

    /** Writes a task down; what is most urgent goes into the running sprint at once. */
    private void comesIn(TaskType type) {
        var draft = drafts.draft(type);
        act(() -> {
            var key = tasks.create(project.key(), someone(), draft);
            if (draft.priority() == Priority.HIGHEST && today.isAfter(life.begins())) {
                var running = tasks.openSprints(project.id()).getFirst();
                tasks.putIntoSprint(project.key(), lead(), running, List.of(key));
            }
        });
    }

    /** Drops what nobody wanted for long. */
    private void tidy(List<Open> open) {
        open.stream()
                .filter(task -> task.sprint() == null && task.type() != TaskType.EPIC)
                .filter(task -> task.since().isBefore(today.minusDays(90)))
                .findFirst()
                .filter(task -> chance(30))
                .ifPresent(task -> {
                    act(() -> tasks.comment(task.key(), lead(), texts.comment(Occasion.DROPPED, random)));
                    act(() -> tasks.archive(task.key(), lead()));
                });
    }

    private List<Open> open() {
        return tasks.open(project.id(), project.key());
    }

    /** Has something happen a few minutes after what happened before. */
    private void act(Runnable action) {
        minute += random.nextInt(2, 10);
        DemoClock.at(today.atTime(7, 0).plusMinutes(minute).toInstant(ZoneOffset.UTC), action);
    }

    private static BigDecimal size(Open task) {
        return Objects.requireNonNullElse(task.points(), BigDecimal.TWO);
    }

    private UserId lead() {
        return team.getFirst();
    }

    private UserId someone() {
        return DemoTexts.pick(team, random);
    }

    private boolean chance(int percent) {
        return DemoTexts.chance(percent, random);
    }
}
