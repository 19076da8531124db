package dev.pmt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pmt.shared.testing.brokers.S3Server;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is not wanted is removed at once here, so that the removal races with who brings the same. */
class AttachmentsInBucketTest {

    private static S3Server server;
    private static RunningApi api;
    private static Client ana;
    private static String attachments = "";

    @BeforeAll
    static void start() {
        server = S3Server.begin(Path.of("target/s3proxy/s3proxy.jar"));
        api = RunningApi.start(Map.of(
                "pmt.attachments.s3.url",
                server.url(),
                "pmt.attachments.s3.key",
                S3Server.KEY,
                "pmt.attachments.s3.secret",
                S3Server.SECRET,
                "pmt.attachments.keep",
                "0s",
                "pmt.attachments.prune-every",
                "20ms"));
        ana = api.person();
        attachments = "/tasks/" + ana.task(ana.project(), "with files") + "/attachments";
    }

    @AfterAll
    static void stop() {
        api.close();
        server.close();
    }

    private static String attached(byte[] bytes) {
        return attachments + "/"
                + ana.file(attachments + "?name=file.bin", bytes).expect(201).text("/id");
    }

    private static byte[] random(int seed, int size) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void come_back_byte_for_byte_and_outlive_the_server() {
        var bytes = random(7, 3_000_000);
        var one = attached(bytes);

        server.kill();
        try {
            ana.get(one + "/content").expect(503, "attachments-unavailable");
            ana.file(attachments + "?name=lost.bin", random(8, 100)).expect(503, "attachments-unavailable");
            ana.get(one).expect(200);
        } finally {
            server.start();
        }

        assertThat(ana.get(one + "/content").expect(200).bytes()).isEqualTo(bytes);
        ana.delete(one).expect(204);
    }

    @Test
    void keep_their_bytes_while_the_same_are_removed_and_brought_again() {
        var bytes = random(9, 1_000);

        Together.run(3, _ -> {
            for (int i = 0; i < 10; i++) {
                var attachment = attached(bytes);
                assertThat(ana.get(attachment + "/content").expect(200).bytes()).isEqualTo(bytes);
                ana.delete(attachment).expect(204);
            }
        });
    }
}
