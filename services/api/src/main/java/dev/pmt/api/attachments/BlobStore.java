package dev.pmt.api.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Keeps bytes under their SHA-256, the same ones once. Which may be removed, the store does not know. */
interface BlobStore {

    /**
     * Takes bytes in, in constant memory; nothing is kept until {@link Received#keep}.
     *
     * @throws IOException when the sender breaks off
     * @throws dev.pmt.shared.web.ProblemException when there are too many (413), or the store fails (503)
     */
    Received receive(InputStream bytes, long most) throws IOException;

    /** Opens what is kept; empty when nothing is under that name. */
    Optional<InputStream> open(Sha256 name) throws IOException;

    /** Removes what is kept, if anything is. */
    void remove(Sha256 name) throws IOException;

    /** Forgets what was received before a time and never kept: its process has ended. */
    void forgetUnkept(Instant before) throws IOException;

    /** Bytes that are in, under no name yet; closing forgets them unless they are kept. */
    interface Received extends AutoCloseable {

        Sha256 sha256();

        long size();

        MediaType mediaType();

        /** Brings the bytes to where they will be, outside of any transaction, so that keeping them takes no time. */
        void send();

        /** Keeps the bytes for good; they survive a failure of the machine when this returns. */
        void keep();

        @Override
        void close();
    }
}
