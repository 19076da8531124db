package dev.pmt.api.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pmt.shared.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobsTest {

    private static final byte[] BYTES = "test".getBytes(StandardCharsets.UTF_8);
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    private Path folder;

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    @Test
    void have_the_name_of_their_hash_only_once_they_are_kept() throws IOException {
        var store = new FolderBlobs(folder);

        try (var dropped = store.receive(new ByteArrayInputStream(BYTES), 4)) {
            assertThat(dropped.sha256()).hasToString(SHA);
        }
        assertThat(files()).isEmpty();
        try (var kept = store.receive(new ByteArrayInputStream(BYTES), 4)) {
            kept.keep();
        }

        assertThat(files()).containsExactly(Path.of("9f", "86", SHA));
        assertThat(store.open(new Sha256(SHA)).orElseThrow()).hasBinaryContent(BYTES);
        store.remove(new Sha256(SHA));
        store.remove(new Sha256(SHA));
        assertThat(store.open(new Sha256(SHA))).isEmpty();
    }

    @Test
    void leave_nothing_of_a_sender_who_breaks_off_or_sends_too_much() throws IOException {
        var store = new FolderBlobs(folder);
        var broken = new SequenceInputStream(new ByteArrayInputStream(BYTES), new Broken());

        assertThatThrownBy(() -> store.receive(broken, 100)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.receive(new ByteArrayInputStream(BYTES), 3))
                .isInstanceOf(ProblemException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void forget_what_a_process_that_is_gone_received() throws IOException {
        var store = new FolderBlobs(folder);
        var unkept = store.receive(new ByteArrayInputStream(BYTES), 4);
        assertThat(unkept.size()).isEqualTo(4);

        store.forgetUnkept(Instant.now().minusSeconds(60));
        assertThat(files()).hasSize(1);
        store.forgetUnkept(Instant.now().plusSeconds(60));
        assertThat(files()).isEmpty();
    }

    @Test
    void that_cannot_be_stored_are_nobodys_mistake() throws IOException {
        var taken = Files.writeString(folder.resolve("taken"), "a file, no folder");

        for (var store : List.of(new FolderBlobs(taken), new NoBlobs())) {
            assertThatThrownBy(() -> store.receive(new ByteArrayInputStream(BYTES), 4))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem().code()).isEqualTo("attachments-unavailable"));
        }
    }

    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the sender is gone");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }
}
