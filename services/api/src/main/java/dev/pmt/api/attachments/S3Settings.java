package dev.pmt.api.attachments;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where an S3-compatible store is, and who PMT is there.
 *
 * @param url the bucket's address, {@code https://HOST[:PORT]/BUCKET}; empty: no such store
 * @param region what requests are signed for; stores that have none take any
 * @param key the access key's identifier
 * @param secret the access key's secret
 */
record S3Settings(
        @DefaultValue("") String url,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String key,
        @DefaultValue("") String secret) {

    boolean isGiven() {
        return !url.isBlank();
    }

    /** Returns the store's address. @throws IllegalArgumentException when the settings make no sense, never with the secret */
    URI endpoint() {
        var address = address();
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }

    /** Returns the bucket's name. @throws IllegalArgumentException as {@link #endpoint} */
    String bucket() {
        return address().getPath().substring(1);
    }

    private URI address() {
        if (key.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException(
                    "pmt.attachments.s3.key and pmt.attachments.s3.secret must be given with pmt.attachments.s3.url");
        }
        try {
            var address = new URI(url.strip());
            if (("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getPath().matches("/[^/]+")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below: the address is as wrong as any other.
        }
        throw new IllegalArgumentException(
                "pmt.attachments.s3.url must be https://HOST[:PORT]/BUCKET, without a password");
    }

    /** Leaves out what may be secret. */
    @Override
    public String toString() {
        return isGiven() ? "a bucket" : "none";
    }
}
