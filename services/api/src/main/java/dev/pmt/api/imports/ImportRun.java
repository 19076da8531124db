package dev.pmt.api.imports;

import dev.pmt.api.projects.CustomFields;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.ProjectLock;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.tasks.ImportedTasks;
import dev.pmt.api.tasks.TaskKey;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off one import: looks through the whole file once, so that a file that cannot be read writes nothing, and then
 * takes it over batch by batch.
 */
@Component
class ImportRun {

    private static final int LOOKED_AT_ONCE = 5_000;

    private final Jobs jobs;
    private final Projects projects;
    private final CustomFields fields;
    private final ProjectLock locks;
    private final SourceColumns columns;
    private final Batches batches;
    private final ImportedTasks tasks;
    private final TransactionTemplate transaction;

    ImportRun(
            Jobs jobs,
            Projects projects,
            CustomFields fields,
            ProjectLock locks,
            SourceColumns columns,
            Batches batches,
            ImportedTasks tasks,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.projects = projects;
        this.fields = fields;
        this.locks = locks;
        this.columns = columns;
        this.batches = batches;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    /**
     * Works until the end of the file, or until told to stop; answers whether the end was reached.
     *
     * @throws FileFault when the file cannot be imported
     * @throws LeaseLost when another worker has taken over
     */
    boolean work(Job job, BooleanSupplier goesOn) {
        var project = projects.find(job.projectKey(), job.createdBy())
                .orElseThrow(() -> new FileFault(null, "who began the import must still be a member of the project"));
        var floor = job.numberFloor() == null ? look(job, goesOn) : job.numberFloor();
        var target = new ImportedTasks.Target(project, job.createdBy(), floor, fields.of(project.id()));
        return takeOver(job, target, goesOn) && finish(job);
    }

    /** Reads the whole file and returns the highest number that one of its rows keeps. */
    private long look(Job job, BooleanSupplier goesOn) {
        long floor = 0;
        try (var stream = jobs.open(job);
                var file = open(job, stream)) {
            var header = Header.of(file.header(), job.mapping(), List.of());
            header.requireComplete();
            var key = header.positions(TaskField.KEY).getFirst();
            long rows = 0;
            for (var row = file.next(); row.isPresent() && goesOn.getAsBoolean(); row = file.next()) {
                floor = Math.max(floor, number(row.get(), key, job.projectKey()));
                if (++rows % LOOKED_AT_ONCE == 0) {
                    jobs.keep(job, null, job.rows(), 0);
                }
            }
        }
        if (goesOn.getAsBoolean()) {
            jobs.keep(job, floor, job.rows(), 0);
        }
        return floor;
    }

    private boolean takeOver(Job job, ImportedTasks.Target target, BooleanSupplier goesOn) {
        try (var stream = jobs.open(job);
                var file = open(job, stream)) {
            var reader = reader(job, Header.of(file.header(), job.mapping(), target.customFields()), target);
            var progress = job.rows();
            for (long skipped = 0; skipped < progress.read(); skipped++) {
                file.next();
            }
            var batch = batches.next(file);
            while (!batch.isEmpty() && goesOn.getAsBoolean()) {
                var outcomes = batch.stream().map(reader::read).toList();
                progress = batches.take(job, target, outcomes, progress, stream.position());
                batch = batches.next(file);
            }
            return batch.isEmpty();
        }
    }

    private boolean finish(Job job) {
        if (!job.dryRun()) {
            tasks.refreshStatistics();
        }
        jobs.finish(job);
        return true;
    }

    private static CsvFile open(Job job, ChunkStream stream) {
        return new CsvFile(stream, false, names -> Header.recognised(names, job.mapping()));
    }

    private RowReader reader(Job job, Header header, ImportedTasks.Target target) {
        var project = target.project();
        var texts = new FieldTexts(project, projects.members(project.id()), target.customFields());
        return new RowReader(header, job.dryRun() ? positions(header) : register(project, header), texts);
    }

    private List<Integer> register(Project project, Header header) {
        return transaction.execute(status -> {
            locks.takeCounters(project.id());
            return columns.register(project.id(), header.columns());
        });
    }

    private static List<Integer> positions(Header header) {
        return IntStream.range(0, header.columns().size()).boxed().toList();
    }

    private static long number(CsvRows.Row row, int keyPosition, String projectKey) {
        return keyPosition >= row.cells().size()
                ? 0
                : TaskKey.parse(row.cells().get(keyPosition).strip())
                        .filter(key -> key.project().equals(projectKey))
                        .map(TaskKey::number)
                        .orElse(0L);
    }
}
