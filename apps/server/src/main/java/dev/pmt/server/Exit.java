package dev.pmt.server;

import dev.pmt.server.backup.BackupException;
import dev.pmt.shared.service.ServiceStartException;
import org.slf4j.LoggerFactory;

/** Exit codes; documented in the README of apps/server. */
enum Exit {
    OK(0),
    FAILED(1),
    USAGE(2),
    PORT_TAKEN(3),
    HOME_IN_USE(4),
    HOME_UNUSABLE(5),
    DATABASE_REFUSED(6),
    VERSION_MISMATCH(7),
    BACKUP_REFUSED(8);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** A command's work. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** Does the work and returns its exit code; what fails is told in one sentence, details go to the log. */
    static int of(Work work) throws InterruptedException {
        try {
            work.run();
            return OK.code;
        } catch (Failure e) {
            return tell(e.exit(), e);
        } catch (BackupException e) {
            return tell(
                    switch (e.reason()) {
                        case REFUSED -> BACKUP_REFUSED;
                        case NEWER -> VERSION_MISMATCH;
                        case FAILED -> FAILED;
                    },
                    e);
        } catch (ServiceStartException e) {
            return tell(FAILED, e);
        }
    }

    private static int tell(Exit exit, RuntimeException e) {
        System.err.println("pmt: " + e.getMessage());
        if (exit == FAILED) {
            LoggerFactory.getLogger(Exit.class).error("PMT could not do it", e);
        }
        return exit.code;
    }
}
