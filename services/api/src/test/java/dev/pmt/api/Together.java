package dev.pmt.api;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does things at the same time. */
final class Together {

    private Together() {}

    /** Runs 0 to count - 1 at once, waits for all and fails when one failed. */
    static void run(int count, IntConsumer work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> work.accept(i), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
        }
    }
}
