package dev.pmt.api.tasks;

/**
 * How far the tasks below a task are, archived ones left out.
 *
 * @param done those in a status that means done
 */
record Children(long done, long total) {

    static final Children NONE = new Children(0, 0);
}
