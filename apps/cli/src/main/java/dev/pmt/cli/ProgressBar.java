package dev.pmt.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** One line that is drawn over itself on a terminal; elsewhere a line at each tenth. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private int lastTenth = -1;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Shows a share between 0 and 1 of what the label names. */
    void show(String label, double share, String note) {
        var bounded = Math.clamp(share, 0.0, 1.0);
        if (!terminal) {
            showTenth(label, bounded, note);
            return;
        }
        int full = (int) Math.round(bounded * WIDTH);
        out.printf(
                Locale.ROOT,
                "\r%-10s [%s%s] %3.0f %%  %s\033[K",
                label,
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                bounded * 100,
                note);
        out.flush();
    }

    /** Leaves the line as it stands. */
    void end() {
        lastTenth = -1;
        if (terminal) {
            out.println();
        }
    }

    private void showTenth(String label, double share, String note) {
        int tenth = (int) (share * 10);
        if (tenth > lastTenth) {
            lastTenth = tenth;
            out.printf(Locale.ROOT, "%s %d %%  %s%n", label, tenth * 10, note);
            out.flush();
        }
    }
}
