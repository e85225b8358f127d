package org.devicegrant.browser.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.devicegrant.browser.BrowserFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.ImmutableCapabilities;
import org.openqa.selenium.JavascriptException;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.DriverCommand;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.remote.SessionId;

/** No browser is started: commands that never come back, and what becomes of the tabs that wait for them. */
class BoundedCommandsTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMillis(100);
    /** For commands that do come back, too, on a machine that is busy. */
    private static final Duration LATER = Duration.ofSeconds(4);

    private final AtomicInteger ended = new AtomicInteger();
    private final CompletableFuture<Response> hanging = new CompletableFuture<>();
    private List<String> tabs = List.of("tab");

    @AfterEach
    void letGo() {
        hanging.cancel(false);
    }

    @Test
    void aTabThatDoesNotCloseCostsItsBrowserAndIsClosedAllTheSame() {
        PlainSeat seat = seat(hangingAt(DriverCommand.CLOSE), SOON, NEVER);
        OpenProfile profile = new OpenProfile(seat, seat.anchor(), new Pictures(null, x -> x), List.of(), s -> {});

        profile.tab().close();
        assertThat(ended).hasValue(1);
        assertThat(seat.isAlive()).isFalse();

        profile.close();
        assertThat(ended).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {DriverCommand.GET_PAGE_SOURCE, DriverCommand.SWITCH_TO_NEW_WINDOW})
    void whateverDoesNotComeBackEndsTheBrowserAndSaysSo(String name) {
        Turns turns = new Turns(seat(hangingAt(name), NEVER, LATER), "tab");

        assertThatThrownBy(
                        () -> turns.take(seat -> seat.newTab() + seat.driver().getPageSource()))
                .isInstanceOf(BrowserFailure.class)
                .hasMessageContaining("has not answered")
                .hasMessageContaining("was ended");
        assertThatThrownBy(() -> turns.take(Seat::newTab))
                .isInstanceOf(BrowserFailure.class)
                .hasMessage("the browser was ended because it did not answer");
        assertThat(ended).hasValue(1);
    }

    @Test
    void tabsWithoutEndAreNotClosedOneByOne() {
        tabs = IntStream.range(0, 100).mapToObj(String::valueOf).toList();
        PlainSeat seat = seat(command -> answer(command.getName()), NEVER, NEVER);

        assertThatThrownBy(() -> seat.closeAllBut("tab")).hasMessageContaining("no end of tabs");
    }

    @Test
    void aBrowserThatDoesNotQuitIsEnded() {
        seat(hangingAt(DriverCommand.QUIT), SOON, NEVER).close();

        assertThat(ended).hasValue(1);
    }

    @Test
    void whatTheBrowserRefusesIsToldAsItIs() {
        CommandExecutor refusing = new BoundedCommands(
                command -> {
                    throw new JavascriptException("no such thing");
                },
                ended::incrementAndGet);
        CommandExecutor gone = new BoundedCommands(
                command -> {
                    throw new IOException("gone");
                },
                ended::incrementAndGet);
        Command command = new Command(new SessionId("1"), DriverCommand.EXECUTE_SCRIPT, Map.of());

        assertThatThrownBy(() -> refusing.execute(command)).isInstanceOf(JavascriptException.class);
        assertThatThrownBy(() -> gone.execute(command)).isInstanceOf(IOException.class);
        assertThat(ended).hasValue(0);
    }

    private PlainSeat seat(CommandExecutor driver, Duration closing, Duration anything) {
        BoundedCommands commands = new BoundedCommands(driver, ended::incrementAndGet, closing, anything);
        return new PlainSeat(new RemoteWebDriver(commands, new ImmutableCapabilities("browserName", "stub")));
    }

    private CommandExecutor hangingAt(String name) {
        return command -> command.getName().equals(name) ? hanging.join() : answer(command.getName());
    }

    private Response answer(String command) {
        Response response = new Response(new SessionId("1"));
        response.setState("success");
        response.setStatus(0);
        response.setValue(
                switch (command) {
                    case DriverCommand.NEW_SESSION -> Map.of("browserName", "stub");
                    case DriverCommand.GET_WINDOW_HANDLES -> tabs;
                    case DriverCommand.SWITCH_TO_NEW_WINDOW -> Map.of("handle", "tab");
                    default -> "tab";
                });
        return response;
    }
}
