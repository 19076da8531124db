package dev.pmt.api.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes bytes that no attachment has named for a while. */
@Service
class AttachmentPruning {

    private static final int AT_ONCE = 100;

    /** No upload lasts that long. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private final StoredFiles files;
    private final BlobStore store;
    private final AttachmentSettings settings;
    private final Clock clock;

    AttachmentPruning(StoredFiles files, BlobStore store, AttachmentSettings settings, Clock clock) {
        this.files = files;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Removes some, the longest unwanted first, and returns how many. A rest is left to the next time. */
    @Transactional
    public int prune() {
        var now = clock.instant();
        var unwanted = files.lockUnwanted(now.minus(settings.keep()), AT_ONCE);
        try {
            store.forgetUnkept(now.minus(LONGEST_UPLOAD));
            for (var file : unwanted) {
                files.forget(file);
                store.remove(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return unwanted.size();
    }
}
