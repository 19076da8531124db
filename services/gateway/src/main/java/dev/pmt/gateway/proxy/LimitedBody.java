package dev.pmt.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** Counts a body while it streams by and fails once it is over the limit. */
final class LimitedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final Runnable overLimit;
    private long bytes;
    private long lastNanos = System.nanoTime();
    private boolean flowing;
    private @Nullable Handler<Throwable> failed;

    LimitedBody(ReadStream<Buffer> source, long limit, Runnable overLimit) {
        this.source = source;
        this.limit = limit;
        this.overLimit = overLimit;
    }

    /** Tells whether the next bytes, if any are missing, are the client's to send: the service would take them. */
    boolean waitsForClient() {
        return flowing;
    }

    long lastNanos() {
        return lastNanos;
    }

    @Override
    public LimitedBody handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        lastNanos = System.nanoTime();
        var before = bytes;
        bytes += buffer.length();
        if (bytes <= limit) {
            handler.handle(buffer);
        } else if (before <= limit) {
            overLimit.run();
            if (failed != null) {
                failed.handle(new IllegalStateException("body over limit"));
            }
        }
    }

    @Override
    public LimitedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
        failed = handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public LimitedBody endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            flowing = false;
                            handler.handle(null);
                        });
        return this;
    }

    @Override
    public LimitedBody pause() {
        flowing = false;
        source.pause();
        return this;
    }

    @Override
    public LimitedBody resume() {
        flowing = true;
        source.resume();
        return this;
    }

    @Override
    public LimitedBody fetch(long amount) {
        flowing = true;
        source.fetch(amount);
        return this;
    }
}
