package org.devicegrant.browser.driver;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.devicegrant.browser.walk.Waiting;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.DriverCommand;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/**
 * Carries commands to a browser, and ends the browser when it does not come back from one. Drivers bound page loads and
 * scripts, and nothing else: a page whose script never ends keeps even the closing of its tab waiting for ever.
 */
final class BoundedCommands implements CommandExecutor, Closeable {
    /** What drivers are told to let a script take. */
    static final Duration SCRIPT = Duration.ofSeconds(15);
    /** And a page: a download never arrives, and what takes longer is waited for by those who look at it. */
    static final Duration PAGE = Duration.ofSeconds(10);
    /** Closing takes some hundredths of a second; a page that asks for more has lost its claim to an orderly end. */
    static final Duration CLOSING = Duration.ofSeconds(8);
    /** Twice what a script may take, the longest that a driver bounds itself. */
    static final Duration ANYTHING = SCRIPT.multipliedBy(2);

    private static final Duration BEAT = Duration.ofMillis(100);
    private static final ExecutorService COURIERS = Executors.newCachedThreadPool(work -> {
        Thread courier = new Thread(work, "browser-command");
        courier.setDaemon(true);
        return courier;
    });

    private final CommandExecutor browser;
    private final Runnable end;
    private final Duration closing;
    private final Duration anything;
    private volatile boolean ended;

    /** A command took too long; the browser was ended for it, and so is every further command. */
    static final class Ended extends NoSuchSessionException {
        private static final long serialVersionUID = 1;

        Ended(String message) {
            super(message);
        }
    }

    /** @param end ends the browser by force, whatever state it is in */
    BoundedCommands(CommandExecutor browser, Runnable end) {
        this(browser, end, CLOSING, ANYTHING);
    }

    BoundedCommands(CommandExecutor browser, Runnable end, Duration closing, Duration anything) {
        this.browser = browser;
        this.end = end;
        this.closing = closing;
        this.anything = anything;
    }

    /** Over HTTP to a driver, which may be that of other browsers, too. */
    static BoundedCommands over(URL driver, Map<String, CommandInfo> more, Runnable end) {
        HttpClient connection = HttpClient.Factory.createDefault()
                .createClient(ClientConfig.defaultConfig().baseUrl(driver));
        return new BoundedCommands(new HttpCommandExecutor(connection, more, driver), end);
    }

    @Override
    public Response execute(Command command) throws IOException {
        if (ended) {
            throw new Ended("the browser was ended because it did not answer");
        }
        // Who starts a browser knows best how long that may take.
        return command.getName().equals(DriverCommand.NEW_SESSION)
                ? browser.execute(command)
                : answer(command, COURIERS.submit(() -> browser.execute(command)));
    }

    private Response answer(Command command, Future<Response> answer) throws IOException {
        Duration limit = limit(command);
        // A machine that stood still has let the time pass without giving the browser any of it: beats count, too.
        long beats = limit.dividedBy(BEAT);
        Waiting waiting = Waiting.upTo(limit);
        while (beats > 0 || !waiting.isOver()) {
            try {
                return answer.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                beats--;
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WebDriverException("interrupted while the browser was at work");
            }
        }
        ended = true;
        end.run();
        throw new Ended("the browser has not answered for " + limit.toSeconds() + " s and was ended");
    }

    private Duration limit(Command command) {
        return switch (command.getName()) {
            case DriverCommand.CLOSE, DriverCommand.QUIT -> closing;
            default -> anything;
        };
    }

    private static WebDriverException failure(@Nullable Throwable cause) throws IOException {
        if (cause instanceof IOException e) {
            throw e;
        }
        return cause instanceof WebDriverException e ? e : new WebDriverException(cause);
    }

    @Override
    public void close() throws IOException {
        if (browser instanceof Closeable connection) {
            connection.close();
        }
    }
}
