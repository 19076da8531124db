package dev.pmt.api.attachments;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.wire.Faults;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Service;

/** Takes files in. No transaction and no connection is held while the sender sends. */
@Service
class AttachmentUploads {

    private final AttachmentEdits edits;
    private final StoredFiles files;
    private final BlobStore store;
    private final AttachmentSettings settings;

    AttachmentUploads(AttachmentEdits edits, StoredFiles files, BlobStore store, AttachmentSettings settings) {
        this.edits = edits;
        this.files = files;
        this.store = store;
        this.settings = settings;
    }

    /**
     * Adds a file to a task.
     *
     * @param announced how many bytes the sender says there are; -1 when it does not
     * @throws IOException when the sender breaks off; nothing is kept then
     */
    Attachment take(String key, UserId user, String name, InputStream body, long announced) throws IOException {
        edits.check(key, user);
        var tidy = AttachmentName.tidied(name);
        var most = settings.mostBytes().toBytes();
        if (announced > most) {
            throw ReceivedFile.tooLarge(most);
        }
        try (var received = store.receive(body, most)) {
            var faults = new Faults();
            faults.check(received.size() > 0, "body", "body must be a file: it is empty");
            faults.refuse();
            // Known before they are kept, so that a crash in between leaves nothing behind that nobody removes.
            files.want(received.sha256(), received.size());
            received.send();
            return edits.add(key, user, tidy, received);
        }
    }
}
