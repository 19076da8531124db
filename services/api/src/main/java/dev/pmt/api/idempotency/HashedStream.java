package dev.pmt.api.idempotency;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hashes what passes through, and says each time that something passed. */
final class HashedStream extends FilterInputStream {

    private final Fingerprint fingerprint;
    private final Runnable passed;

    HashedStream(InputStream bytes, Fingerprint fingerprint, Runnable passed) {
        super(bytes);
        this.fingerprint = fingerprint;
        this.passed = passed;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var read = super.read(target, offset, length);
        if (read > 0) {
            fingerprint.with(target, offset, read);
            passed.run();
        }
        return read;
    }

    /** Reads what nobody wanted, and returns the hash of all. */
    String toEnd() throws IOException {
        transferTo(java.io.OutputStream.nullOutputStream());
        return fingerprint.hex();
    }
}
