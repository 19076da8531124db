package dev.pmt.api.attachments;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** The store of an installation that has none: it refuses, so that nothing is put where it would be lost. */
final class NoBlobs implements BlobStore {

    @Override
    public Received receive(InputStream bytes, long most) {
        throw StoreFailure.none();
    }

    @Override
    public Optional<InputStream> open(Sha256 name) {
        return Optional.empty();
    }

    @Override
    public void remove(Sha256 name) {
        throw StoreFailure.none();
    }

    @Override
    public void forgetUnkept(Instant before) {}
}
