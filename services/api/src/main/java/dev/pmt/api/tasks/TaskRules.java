package dev.pmt.api.tasks;

/** Bounds of a task's fields; lengths of texts are in code points. */
public final class TaskRules {

    /** Longest title that people may write. */
    public static final int LONGEST_TITLE = 255;

    /** Longest title that an import may bring. */
    public static final int LONGEST_IMPORTED_TITLE = 500;

    /** Longest description. */
    public static final int LONGEST_DESCRIPTION = 200_000;

    /** Longest comment. */
    public static final int LONGEST_COMMENT = LONGEST_DESCRIPTION;

    /** Longest estimate, in minutes: 10,000 hours. */
    public static final int MOST_MINUTES = 600_000;

    private TaskRules() {}
}
