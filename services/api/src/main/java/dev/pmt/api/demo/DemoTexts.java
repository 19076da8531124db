package dev.pmt.api.demo;

import dev.pmt.api.projects.ProjectActions.NewField;
import dev.pmt.api.tasks.TaskType;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the teams of a demonstration write: the resource {@code demo/texts.json}. */
@Component
@Lazy
class DemoTexts {

    /**
     * A team's project. In patterns, {@code {}} stands for one of its areas.
     *
     * @param areas what its tasks are about
     * @param details end some titles
     */
    record Story(
            String key,
            String name,
            String description,
            List<String> epics,
            List<String> areas,
            List<String> stories,
            List<String> tasks,
            List<String> bugs,
            List<String> details,
            List<String> labels,
            List<NewField> fields) {}

    /** The whole file: projects, and what people say by its occasion. */
    private record Texts(
            List<Story> projects,
            List<String> goals,
            String story,
            List<String> roles,
            List<String> reasons,
            String bug,
            String task,
            List<String> started,
            List<String> reviewed,
            List<String> returned,
            List<String> finished,
            List<String> dropped,
            List<String> notes,
            List<String> emoji) {}

    /** When somebody says something. */
    enum Occasion {
        STARTED,
        REVIEWED,
        RETURNED,
        FINISHED,
        DROPPED
    }

    private final Texts texts;

    DemoTexts(JsonMapper json) throws IOException {
        try (var file = new ClassPathResource("demo/texts.json").getInputStream()) {
            texts = json.readValue(file, Texts.class);
        }
    }

    List<Story> projects() {
        return texts.projects;
    }

    static String title(Story project, TaskType type, RandomGenerator random) {
        var patterns = switch (type) {
            case STORY -> project.stories;
            case BUG -> project.bugs;
            case EPIC, TASK, SUBTASK -> project.tasks;
        };
        var title = filled(pick(patterns, random), pick(project.areas, random)) + pick(project.details, random);
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** Returns Markdown, or nothing: not everybody describes what they write down. */
    String description(TaskType type, RandomGenerator random) {
        if (random.nextInt(10) < 4) {
            return "";
        }
        return switch (type) {
            case STORY -> filled(filled(texts.story, pick(texts.roles, random)), pick(texts.reasons, random));
            case BUG -> filled(texts.bug, Integer.toString(random.nextInt(2, 20)));
            case EPIC, TASK, SUBTASK -> filled(texts.task, "note-" + random.nextInt(100, 999) + ".md");
        };
    }

    String goal(RandomGenerator random) {
        return pick(texts.goals, random);
    }

    String comment(Occasion occasion, RandomGenerator random) {
        return pick(
                switch (occasion) {
                    case STARTED -> texts.started;
                    case REVIEWED -> texts.reviewed;
                    case RETURNED -> texts.returned;
                    case FINISHED -> texts.finished;
                    case DROPPED -> texts.dropped;
                },
                random);
    }

    /** Returns what somebody notes about the time worked. */
    String note(RandomGenerator random) {
        return pick(texts.notes, random);
    }

    String emoji(RandomGenerator random) {
        return pick(texts.emoji, random);
    }

    /** Returns one of a list. */
    static <T> T pick(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }

    static boolean chance(int percent, RandomGenerator random) {
        return random.nextInt(100) < percent;
    }

    private static String filled(String pattern, String part) {
        var at = pattern.indexOf("{}");
        return pattern.substring(0, at) + part + pattern.substring(at + 2);
    }
}
