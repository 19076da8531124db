package dev.pmt.api.imports;

import dev.pmt.api.tasks.ImportedTask;
import dev.pmt.api.tasks.ImportedTasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over rows in batches, each in one transaction with the place where the import goes on. */
@Component
class Batches {

    private final Jobs jobs;
    private final RowLog log;
    private final ImportedTasks tasks;
    private final ImportSettings settings;

    Batches(Jobs jobs, RowLog log, ImportedTasks tasks, ImportSettings settings) {
        this.jobs = jobs;
        this.log = log;
        this.tasks = tasks;
        this.settings = settings;
    }

    /** Reads the next rows of a file, as many as one transaction takes. */
    List<CsvRows.Row> next(CsvFile file) {
        var batch = new ArrayList<CsvRows.Row>();
        long characters = 0;
        while (batch.size() < settings.batchRows() && characters < settings.batchCharacters()) {
            var row = file.next();
            if (row.isEmpty()) {
                break;
            }
            characters += row.get().cells().stream().mapToLong(String::length).sum();
            batch.add(row.get());
        }
        return batch;
    }

    /** Takes over a batch and returns the counts after it. @throws LeaseLost when another worker has taken over */
    @Transactional
    public Import.Rows take(
            Job job, ImportedTasks.Target target, List<RowReader.Outcome> batch, Import.Rows before, long bytes) {
        var faults = new ArrayList<RowFault>();
        var accepted = new ArrayList<ImportedTask>();
        var met = meet(job, batch);
        for (var outcome : batch) {
            switch (outcome) {
                case RowReader.Outcome.Rejected(var fault) -> faults.add(fault);
                case RowReader.Outcome.Accepted(var line, var task) -> {
                    var first = met.get(task.sourceKey());
                    if (first != null && first != line) {
                        faults.add(twice(task, line, first));
                    } else {
                        accepted.add(task);
                    }
                }
            }
        }
        log.reject(job.id(), before.rejected(), faults);
        var tally = job.dryRun() ? tasks.compare(target, accepted) : tasks.write(target, accepted);
        var rows = before.plus(
                new Import.Rows(batch.size(), tally.created(), tally.updated(), tally.unchanged(), faults.size()));
        jobs.keep(job, null, rows, bytes);
        return rows;
    }

    /** Returns for each key of the batch the line of the first row that had it, in this batch or before. */
    private Map<String, Long> meet(Job job, List<RowReader.Outcome> batch) {
        var lines = new HashMap<String, Long>();
        for (var outcome : batch) {
            if (outcome instanceof RowReader.Outcome.Accepted(var line, var task)) {
                lines.putIfAbsent(task.sourceKey(), line);
            }
        }
        var rows = lines.entrySet().stream()
                .map(entry -> new RowLog.Met(entry.getKey(), entry.getValue()))
                .toList();
        lines.putAll(log.meet(job.id(), rows));
        return lines;
    }

    private static RowFault twice(ImportedTask task, long line, long first) {
        return new RowFault(
                line,
                task.sourceKey(),
                null,
                "the key must be on one row of the file: %s is on line %d already".formatted(task.sourceKey(), first));
    }
}
