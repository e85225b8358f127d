package org.devicegrant.conformance.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Several strands of one check at the same time. Each has a thread of its own, since most of what it does is waiting. */
public final class Together {
    private Together() {}

    /**
     * Runs every strand and gives their results in the strands' order.
     *
     * @throws RuntimeException the first strand's failure, after all have ended
     */
    public static <T> List<T> all(List<Supplier<T>> strands) {
        List<CompletableFuture<T>> running = new ArrayList<>();
        for (Supplier<T> strand : strands) {
            running.add(start(strand));
        }
        running.forEach(strand -> strand.handle((result, failure) -> true).join());
        return running.stream().map(Together::result).toList();
    }

    /** Starts one strand. */
    public static <T> CompletableFuture<T> start(Supplier<T> strand) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Place place = Place.next();
        Thread thread = new Thread(
                () -> {
                    place.enter();
                    try {
                        result.complete(strand.get());
                    } catch (Throwable failure) {
                        result.completeExceptionally(failure);
                    }
                },
                "strand");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    /** Waits for a strand and gives its result, or throws what it threw. */
    public static <T> T result(CompletableFuture<T> strand) {
        try {
            return strand.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
