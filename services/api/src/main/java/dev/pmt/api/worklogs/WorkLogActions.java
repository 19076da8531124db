package dev.pmt.api.worklogs;

import dev.pmt.api.profiles.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

/** What people do with work logs, for inner modules that act in their names: every rule of the HTTP doors holds. */
@Service
public class WorkLogActions {

    private final WorkLogEdits edits;

    WorkLogActions(WorkLogEdits edits) {
        this.edits = edits;
    }

    public void log(String task, UserId user, LocalDate day, int minutes, String note) {
        edits.add(task, user, new NewWorkLog(BigDecimal.valueOf(minutes), day.toString(), note));
    }
}
