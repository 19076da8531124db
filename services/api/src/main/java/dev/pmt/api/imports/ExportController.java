package dev.pmt.api.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomFields;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.tasks.ExportedTasks;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Excerpt;
import dev.pmt.shared.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/export.csv")
class ExportController {

    private final Projects projects;
    private final CustomFields fields;
    private final SourceColumns sources;
    private final ExportedTasks tasks;
    private final ImportSettings settings;
    private final Semaphore turns;

    ExportController(
            Projects projects,
            CustomFields fields,
            SourceColumns sources,
            ExportedTasks tasks,
            ImportSettings settings) {
        this.projects = projects;
        this.fields = fields;
        this.sources = sources;
        this.tasks = tasks;
        this.settings = settings;
        this.turns = new Semaphore(settings.exports());
    }

    @GetMapping
    void export(
            CurrentUser user,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String columns,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var project = projects.get(key, new UserId(user.id()));
        var customFields = fields.of(project.id());
        var known = new ExportColumns(sources.list(project.id()), customFields);
        var wanted = columns == null ? known.usual() : known.named(names(columns));
        if (!turns.tryAcquire(settings.exportWait().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "busy",
                    "Too many exports are running; try again in a moment.",
                    Duration.ofSeconds(10));
        }
        try {
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + project.key() + ".csv\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            var texts = new FieldTexts(project, projects.members(project.id()), customFields);
            write(project, texts, wanted, new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw response.isCommitted() ? new BrokenOff(e) : e;
        } finally {
            turns.release();
        }
    }

    /** Lets the exception reach the server, which then cuts the connection: half a file must not look like a whole one. */
    @ExceptionHandler
    void brokenOff(BrokenOff e) {
        throw e;
    }

    private void write(Project project, FieldTexts fieldTexts, List<ExportColumn> columns, Writer target)
            throws IOException {
        var texts = new ExportTexts(project, fieldTexts);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
        csv.writeRecord(columns.stream().map(ExportColumn::name).toList());
        tasks.each(
                project,
                task -> csv.writeRecord(
                        columns.stream().map(column -> texts.cell(task, column)).toList()));
        csv.close();
    }

    private static List<String> names(String columns) {
        try {
            var record = CsvReader.builder().ofCsvRecord(columns).iterator();
            if (record.hasNext()) {
                return record.next().getFields();
            }
        } catch (CsvParseException e) {
            // answered below
        }
        throw new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "columns must be names divided by commas: " + Excerpt.of(columns));
    }

    /** Marks an export that failed when part of it was sent already. */
    static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenOff(RuntimeException cause) {
            super("export broke off", cause);
        }
    }
}
