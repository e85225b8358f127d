package org.devicegrant.browser.driver;

import java.util.List;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** Where among the frames of a page the driver is, so that it is not sent where it is already: each way costs a call. */
final class Frames {
    private final WebDriver driver;
    private boolean atTop;

    Frames(WebDriver driver) {
        this.driver = driver;
    }

    /** Goes to the document that holds all others. */
    void top() {
        if (!atTop) {
            driver.switchTo().defaultContent();
            atTop = true;
        }
    }

    /** Goes to a document, frame by frame from the top. */
    void enter(List<WebElement> path) {
        top();
        path.forEach(this::into);
    }

    /** Goes one frame deeper. */
    void into(WebElement frame) {
        atTop = false;
        driver.switchTo().frame(frame);
    }

    /** Something happened after which nobody knows. */
    void lost() {
        atTop = false;
    }
}
