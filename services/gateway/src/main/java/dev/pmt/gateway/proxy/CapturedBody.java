package dev.pmt.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** Keeps a copy of a body that streams by, up to a limit; over it, or when nobody wants it any more, nothing is kept. */
final class CapturedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final int limit;
    private @Nullable Buffer kept = Buffer.buffer();

    CapturedBody(ReadStream<Buffer> source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /** Returns the copy; null when it was given up. */
    @Nullable
    Buffer kept() {
        return kept;
    }

    void giveUp() {
        kept = null;
    }

    @Override
    public CapturedBody handler(@Nullable Handler<Buffer> handler) {
        source.handler(
                handler == null
                        ? null
                        : buffer -> {
                            keep(buffer);
                            handler.handle(buffer);
                        });
        return this;
    }

    private void keep(Buffer buffer) {
        if (kept != null) {
            kept = kept.length() + buffer.length() > limit ? null : kept.appendBuffer(buffer);
        }
    }

    @Override
    public CapturedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public CapturedBody endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public CapturedBody pause() {
        source.pause();
        return this;
    }

    @Override
    public CapturedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public CapturedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
