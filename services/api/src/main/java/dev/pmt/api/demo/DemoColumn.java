package dev.pmt.api.demo;

import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.StatusId;

/** The columns that every new project has, in their order. */
enum DemoColumn {
    TODO(0),
    PROGRESS(1),
    REVIEW(2),
    DONE(3);

    private final int place;

    DemoColumn(int place) {
        this.place = place;
    }

    /** Returns the column of a status; what is none of these is not begun. */
    static DemoColumn of(Project project, StatusId status) {
        for (var column : values()) {
            if (column.in(project).equals(status)) {
                return column;
            }
        }
        return TODO;
    }

    /** Returns its status in a project. */
    StatusId in(Project project) {
        return project.statuses().get(place).id();
    }
}
