package org.devicegrant.conformance.check;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Journeys that yield many verdicts and are made once. The first check that asks makes the journey, the others wait for
 * it; if it fails, all of them learn the same reason.
 */
final class Shared {
    private final Map<String, CompletableFuture<Object>> journeys = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T> T once(String name, Supplier<T> journey) {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> known = journeys.putIfAbsent(name, mine);
        if (known == null) {
            known = mine;
            try {
                mine.complete(journey.get());
            } catch (Throwable failure) {
                mine.completeExceptionally(failure);
            }
        }
        try {
            return (T) known.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
