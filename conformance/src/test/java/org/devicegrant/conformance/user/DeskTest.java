package org.devicegrant.conformance.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.conformance.flow.Clock;
import org.devicegrant.conformance.flow.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No browser is started: it is all about who gets a seat. */
class DeskTest {
    private static final Turn LONG = new Turn(false, Duration.ofSeconds(30));
    private static final Turn SHORT = new Turn(false, Duration.ofSeconds(5));
    private static final Turn TIMED = new Turn(true, Duration.ZERO);

    private final Desk desk = new Desk(
            () -> {
                throw new BrowserFailure("none is needed");
            },
            Clock.system());
    private final List<String> came = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theLongestGoFirstAndThoseWhoseMomentWasChosenBeforeThem() {
        List<Seat> taken = takeAll(Turn.ANY);
        List<CompletableFuture<Seat>> waiting =
                List.of(waitingAs("short", SHORT, 1), waitingAs("long", LONG, 2), waitingAs("timed", TIMED, 3));

        // One by one, as each is noted before the next is let in.
        for (int i = 0; i < waiting.size(); i++) {
            desk.giveBack(taken.get(i));
            awaitCame(i + 1);
        }

        assertThat(came).containsExactly("timed", "long", "short");
    }

    @Test
    void twoSeatsAreKeptAsLongAsTimedChecksAreToCome() {
        desk.expectTimed(3);
        takeAll(SHORT);
        CompletableFuture<Seat> waiting = waitingAs("short", SHORT, 1);

        Seat timed = desk.takeApart(TIMED);
        Seat another = desk.takeApart(TIMED);
        desk.giveBack(timed);
        desk.giveBack(another);
        assertThat(waiting).isNotDone();

        desk.timedEnded();
        desk.timedEnded();
        desk.timedEnded();
        assertThat(waiting.join()).isNotNull();
    }

    @Test
    void aSeatIsItsOwnersUntilItIsGivenBack() {
        assertThat(desk.isMine()).isFalse();
        Seat seat = desk.takeApart(SHORT);
        assertThat(desk.isMine()).isTrue();
        assertThat(Together.result(Together.start(desk::isMine))).isFalse();

        desk.giveBack(seat);
        assertThat(desk.isMine()).isFalse();
    }

    private List<Seat> takeAll(Turn turn) {
        List<Seat> taken = new ArrayList<>();
        while (desk.hasApartFor(turn)) {
            taken.add(desk.takeApart(turn));
        }
        return taken;
    }

    private CompletableFuture<Seat> waitingAs(String name, Turn turn, int inAll) {
        CompletableFuture<Seat> seat = Together.start(() -> {
            Seat mine = desk.takeApart(turn);
            came.add(name);
            return mine;
        });
        while (desk.waiting() < inAll) {
            Thread.onSpinWait();
        }
        return seat;
    }

    private void awaitCame(int count) {
        while (came.size() < count) {
            Thread.onSpinWait();
        }
    }
}
