package dev.pmt.api.demo;

import dev.pmt.api.demo.DemoTexts.Story;
import dev.pmt.api.projects.CustomField;
import dev.pmt.api.tasks.Priority;
import dev.pmt.api.tasks.TaskActions.Draft;
import dev.pmt.api.tasks.TaskType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The tasks that a team writes down on a day. */
final class DemoDrafts {

    private static final long EPIC_WEEKS = 20;
    private static final List<BigDecimal> POINTS =
            List.of(1, 1, 2, 2, 3, 3, 3, 5, 5, 8).stream().map(BigDecimal::new).toList();
    private static final BigDecimal MINUTES_OF_A_POINT = new BigDecimal(150);

    private final DemoTexts texts;
    private final Story story;
    private final List<CustomField> fields;
    private final String projectKey;
    private final LocalDate today;
    private final RandomGenerator random;

    DemoDrafts(
            DemoTexts texts,
            Story story,
            List<CustomField> fields,
            String projectKey,
            LocalDate today,
            RandomGenerator random) {
        this.texts = texts;
        this.story = story;
        this.fields = fields;
        this.projectKey = projectKey;
        this.today = today;
        this.random = random;
    }

    /** Returns the project's epics, one after the other over the year. */
    List<Draft> epics() {
        var epics = new ArrayList<Draft>();
        for (var title : story.epics()) {
            var start = today.plusWeeks(EPIC_WEEKS / 2 * epics.size());
            var due = start.plusWeeks(EPIC_WEEKS).minusDays(3);
            epics.add(new Draft(
                    title, "", TaskType.EPIC, Priority.HIGH, null, null, start, due, List.of(), Map.of(), null));
        }
        return epics;
    }

    TaskType type() {
        var dice = random.nextInt(10);
        return dice < 4 ? TaskType.STORY : dice < 7 ? TaskType.TASK : TaskType.BUG;
    }

    /** Some have dates, points, labels or an epic, as in any team. */
    Draft draft(TaskType type) {
        var due = chance(55) ? today.plusDays(random.nextInt(5, 40)) : null;
        var start = due != null && chance(65) ? due.minusDays(random.nextInt(1, 12)) : null;
        var points = chance(85) ? DemoTexts.pick(POINTS, random) : null;
        return new Draft(
                DemoTexts.title(story, type, random),
                texts.description(type, random),
                type,
                priority(type),
                points,
                points != null && chance(70) ? points.multiply(MINUTES_OF_A_POINT) : null,
                start,
                due,
                labels(),
                customFields(),
                epic());
    }

    private Priority priority(TaskType type) {
        var dice = random.nextInt(10);
        if (type == TaskType.BUG && dice < 2) {
            return Priority.HIGHEST;
        }
        return dice < 5 ? Priority.MEDIUM : dice < 7 ? Priority.HIGH : dice < 9 ? Priority.LOW : Priority.LOWEST;
    }

    private List<String> labels() {
        return chance(55) ? List.of(DemoTexts.pick(story.labels(), random)) : List.of();
    }

    private Map<String, @Nullable JsonNode> customFields() {
        var values = new TreeMap<String, @Nullable JsonNode>();
        fields.stream()
                .filter(field -> chance(60))
                .forEach(field -> values.put(field.id().toString(), value(field)));
        return values;
    }

    private JsonNode value(CustomField field) {
        var json = JsonNodeFactory.instance;
        if (field.options().isEmpty()) {
            return json.numberNode(random.nextInt(1, 40));
        }
        var option = DemoTexts.pick(field.options(), random).id().toString();
        return field.type().isSeveral() ? json.arrayNode().add(option) : json.stringNode(option);
    }

    private @Nullable String epic() {
        return chance(60) ? projectKey + "-" + random.nextInt(1, story.epics().size() + 1) : null;
    }

    private boolean chance(int percent) {
        return DemoTexts.chance(percent, random);
    }
}
