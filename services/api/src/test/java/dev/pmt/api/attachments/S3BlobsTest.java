package dev.pmt.api.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.pmt.shared.testing.brokers.S3Server;
import dev.pmt.shared.web.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class S3BlobsTest {

    private static final byte[] BYTES = "test".getBytes(StandardCharsets.UTF_8);
    private static final String SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Sha256 NAME = new Sha256(SHA);

    private static S3Server server;

    @TempDir
    private Path waiting;

    private S3Blobs store;

    @BeforeAll
    static void start() {
        server = S3Server.begin(Path.of("target/s3proxy/s3proxy.jar"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        store = store(S3Server.SECRET);
        store.remove(NAME);
    }

    @AfterEach
    void close() {
        store.destroy();
    }

    private S3Blobs store(String secret) {
        return new S3Blobs(new S3Settings(server.url(), "eu-central-1", S3Server.KEY, secret), new Incoming(waiting));
    }

    private List<Path> waiting() throws IOException {
        try (var files = Files.list(waiting)) {
            return files.toList();
        }
    }

    @Test
    void have_the_name_of_their_hash_and_leave_nothing_on_this_machine() throws IOException {
        try (var dropped = store.receive(new ByteArrayInputStream(BYTES), 4)) {
            assertThat(dropped.sha256()).isEqualTo(NAME);
            assertThat(waiting()).hasSize(1);
        }
        assertThat(store.open(NAME)).isEmpty();
        try (var kept = store.receive(new ByteArrayInputStream(BYTES), 4)) {
            kept.send();
            kept.keep();
        }

        assertThat(store.open(NAME).orElseThrow()).hasBinaryContent(BYTES);
        assertThat(server.objects().resolve("9f/86").resolve(SHA)).hasBinaryContent(BYTES);
        assertThat(waiting()).isEmpty();
        store.remove(NAME);
        store.remove(NAME);
        assertThat(store.open(NAME)).isEmpty();
    }

    @Test
    void are_kept_although_the_same_were_removed_since_they_were_sent() throws IOException {
        try (var kept = store.receive(new ByteArrayInputStream(BYTES), 4)) {
            kept.send();
            store.remove(NAME);
            kept.keep();
        }

        assertThat(store.open(NAME).orElseThrow()).hasBinaryContent(BYTES);
    }

    @Test
    void that_the_server_does_not_take_are_nobodys_mistake_and_no_secret_is_told() throws IOException {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        var stranger = store("another+secret");
        try (var unsent = stranger.receive(new ByteArrayInputStream(BYTES), 4)) {
            assertThatThrownBy(unsent::send)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem().code()).isEqualTo("attachments-unavailable"));
        }
        assertThatThrownBy(() -> stranger.open(NAME)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> stranger.remove(NAME)).isInstanceOf(IOException.class);

        root.detachAppender(log);
        var told = log.list.stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining());
        assertThat(told).contains("403").doesNotContain("another+secret").doesNotContain(S3Server.SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://minio.example.org:9000/files | k | s |
            http://minio/files                   | k | s |
            https://minio.example.org            | k | s | pmt.attachments.s3.url must be https://HOST[:PORT]/BUCKET
            https://minio.example.org/           | k | s | pmt.attachments.s3.url must be https://HOST[:PORT]/BUCKET
            https://minio.example.org/a/b        | k | s | pmt.attachments.s3.url must be https://HOST[:PORT]/BUCKET
            https://k:word@minio.example.org/a   | k | s | pmt.attachments.s3.url must be https://HOST[:PORT]/BUCKET
            s3://files                           | k | s | pmt.attachments.s3.url must be https://HOST[:PORT]/BUCKET
            not an address                       | k | s | pmt.attachments.s3.url must be https://HOST[:PORT]/BUCKET
            https://minio.example.org/files      | k |   | pmt.attachments.s3.key and pmt.attachments.s3.secret must be given
            https://minio.example.org/files      |   | s | pmt.attachments.s3.key and pmt.attachments.s3.secret must be given
            """)
    void need_an_address_and_a_key(String url, String key, String secret, String refusal) {
        var settings = new S3Settings(url, "us-east-1", key == null ? "" : key, secret == null ? "" : secret);

        if (refusal == null) {
            assertThat(settings.bucket()).isEqualTo("files");
            assertThat(settings.endpoint() + "/files").isEqualTo(url);
        } else {
            assertThatThrownBy(settings::bucket)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(refusal)
                    .hasMessageNotContaining("word@");
        }
        assertThat(settings).asString().doesNotContain("word");
    }
}
