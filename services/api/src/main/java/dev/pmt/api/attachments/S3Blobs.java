package dev.pmt.api.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.DisposableBean;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * A store in a bucket of any server that speaks S3. Objects have the places of files in a {@link FolderBlobs}, so that a folder
 * copied into a bucket is one. An object is whole or not there, and one that is there needs no second copy.
 */
final class S3Blobs implements BlobStore, ReceivedFile.Store, DisposableBean {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /** How long a call may take with all its repetitions; 25 MB at 1 MB a second need half of it. */
    private static final Duration CALL = Duration.ofMinutes(1);

    private final S3Client s3;
    private final String bucket;
    private final Incoming incoming;

    S3Blobs(S3Settings settings, Incoming incoming) {
        this.incoming = incoming;
        this.bucket = settings.bucket();
        this.s3 = S3Client.builder()
                .endpointOverride(settings.endpoint())
                .forcePathStyle(true)
                .region(Region.of(settings.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.key(), settings.secret())))
                // The checksums that the library would add are not known to every server.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(calls -> calls.apiCallTimeout(CALL))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .build();
    }

    @Override
    public Received receive(InputStream bytes, long most) throws IOException {
        return incoming.receive(bytes, most, this);
    }

    @Override
    public void send(Path file, Sha256 name) throws IOException {
        if (!isThere(name)) {
            put(file, name);
        }
    }

    @Override
    public void keep(Path file, Sha256 name) throws IOException {
        send(file, name);
    }

    @Override
    public Optional<InputStream> open(Sha256 name) throws IOException {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(bucket).key(name.inFolders())));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw StoreFailure.of(new IOException(e));
        }
    }

    @Override
    public void remove(Sha256 name) throws IOException {
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(name.inFolders()));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void forgetUnkept(Instant before) throws IOException {
        incoming.forget(before);
    }

    @Override
    public void destroy() {
        s3.close();
    }

    private boolean isThere(Sha256 name) throws IOException {
        try {
            s3.headObject(head -> head.bucket(bucket).key(name.inFolders()));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    private void put(Path file, Sha256 name) throws IOException {
        var checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(name.value()));
        try {
            s3.putObject(
                    put -> put.bucket(bucket).key(name.inFolders()).checksumSHA256(checksum),
                    RequestBody.fromFile(file));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }
}
