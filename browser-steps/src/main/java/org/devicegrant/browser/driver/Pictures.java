package org.devicegrant.browser.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.devicegrant.browser.BrowserFailure;
import org.devicegrant.browser.PageKind;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;

/** Pictures of pages, numbered in the order they are taken. Browsers that cannot draw leave the source of the page. */
final class Pictures {
    private final @Nullable Path folder;
    private final UnaryOperator<String> retouch;
    private final AtomicInteger number = new AtomicInteger();

    Pictures(@Nullable Path folder, UnaryOperator<String> retouch) {
        this.folder = folder;
        this.retouch = retouch;
    }

    /** File name inside the folder, or null where none are wanted or the page cannot be drawn. */
    @Nullable String take(WebDriver driver, PageKind kind) {
        if (folder == null) {
            return null;
        }
        String name = numbered(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        try {
            if (driver instanceof TakesScreenshot camera) {
                return write(folder, name + ".png", camera.getScreenshotAs(OutputType.BYTES));
            }
            String source = driver.getPageSource();
            return source == null
                    ? null
                    : write(folder, name + ".html", retouch.apply(source).getBytes(StandardCharsets.UTF_8));
        } catch (WebDriverException e) {
            return null;
        }
    }

    /** Whether anything is kept. */
    boolean areWanted() {
        return folder != null;
    }

    /** Keeps the account of a walk; its file name, or null where nothing is kept. */
    @Nullable String note(String account) {
        return folder == null
                ? null
                : write(folder, numbered("walk.txt"), retouch.apply(account).getBytes(StandardCharsets.UTF_8));
    }

    private String numbered(String name) {
        return String.format(Locale.ROOT, "%04d-%s", number.incrementAndGet(), name);
    }

    private static String write(Path folder, String name, byte[] bytes) {
        try {
            Folders.write(folder, name, bytes);
            return name;
        } catch (IOException e) {
            throw new BrowserFailure("the picture " + folder.resolve(name) + " cannot be written: " + e.getMessage());
        }
    }
}
