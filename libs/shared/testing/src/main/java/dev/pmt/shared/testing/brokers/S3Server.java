package dev.pmt.shared.testing.brokers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An S3Proxy: a server that speaks S3, checks signatures, and has one bucket, the files of a folder. */
public final class S3Server implements AutoCloseable {

    /** The access key's identifier. */
    public static final String KEY = "pmt";

    /** The access key's secret, with what real ones have. */
    public static final String SECRET = "s3cret/with+signs";

    private static final String BUCKET = "attachments";
    private static final String SETTINGS = "s3proxy.properties";

    private final int port = BrokerProcess.freePort();
    private final Path bucket;
    private final BrokerProcess server;

    private S3Server(Path program, Path directory) throws IOException {
        bucket = Files.createDirectories(directory.resolve("buckets").resolve(BUCKET));
        Files.writeString(directory.resolve(SETTINGS), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, KEY, SECRET, bucket.getParent()));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        server = new BrokerProcess(
                directory,
                List.of(java, "-XX:TieredStopAtLevel=1", "-jar", program.toString(), "--properties", SETTINGS),
                Map.of());
    }

    /** Starts one from S3Proxy's archive with everything in it, and returns it once it answers. */
    public static S3Server begin(Path program) {
        try {
            var server = new S3Server(program.toAbsolutePath(), BrokerProcess.temporary("s3"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address of its bucket. */
    public String url() {
        return "http://127.0.0.1:" + port + "/" + BUCKET;
    }

    /** Returns the folder whose files are the objects of its bucket. */
    public Path objects() {
        return bucket;
    }

    /** Starts it again with what it kept. */
    public void start() {
        server.start();
        server.await(Duration.ofMinutes(1), this::answers);
    }

    /** Kills it at once. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }

    private boolean answers() {
        try (var client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create(url())).build(), BodyHandlers.discarding());
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
