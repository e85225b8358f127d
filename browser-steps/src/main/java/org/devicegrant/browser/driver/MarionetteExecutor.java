package org.devicegrant.browser.driver;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.UnsupportedCommandException;
import org.openqa.selenium.remote.Command;
import org.openqa.selenium.remote.CommandExecutor;
import org.openqa.selenium.remote.DriverCommand;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.remote.SessionId;

/** Carries Selenium's commands to Firefox without a driver program in between. */
final class MarionetteExecutor implements CommandExecutor {
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private static final Map<String, String> NAMES = Map.ofEntries(
            entry(DriverCommand.NEW_SESSION, "WebDriver:NewSession"),
            entry(DriverCommand.QUIT, "WebDriver:DeleteSession"),
            entry(DriverCommand.GET, "WebDriver:Navigate"),
            entry(DriverCommand.GET_CURRENT_URL, "WebDriver:GetCurrentURL"),
            entry(DriverCommand.GET_TITLE, "WebDriver:GetTitle"),
            entry(DriverCommand.GET_PAGE_SOURCE, "WebDriver:GetPageSource"),
            entry(DriverCommand.CLOSE, "WebDriver:CloseWindow"),
            entry(DriverCommand.GET_CURRENT_WINDOW_HANDLE, "WebDriver:GetWindowHandle"),
            entry(DriverCommand.GET_WINDOW_HANDLES, "WebDriver:GetWindowHandles"),
            entry(DriverCommand.SWITCH_TO_WINDOW, "WebDriver:SwitchToWindow"),
            entry(DriverCommand.SWITCH_TO_NEW_WINDOW, "WebDriver:NewWindow"),
            entry(DriverCommand.SWITCH_TO_FRAME, "WebDriver:SwitchToFrame"),
            entry(DriverCommand.FIND_ELEMENT, "WebDriver:FindElement"),
            entry(DriverCommand.FIND_ELEMENTS, "WebDriver:FindElements"),
            entry(DriverCommand.CLICK_ELEMENT, "WebDriver:ElementClick"),
            entry(DriverCommand.CLEAR_ELEMENT, "WebDriver:ElementClear"),
            entry(DriverCommand.SEND_KEYS_TO_ELEMENT, "WebDriver:ElementSendKeys"),
            entry(DriverCommand.IS_ELEMENT_ENABLED, "WebDriver:IsElementEnabled"),
            entry(DriverCommand.IS_ELEMENT_DISPLAYED, "WebDriver:IsElementDisplayed"),
            entry(DriverCommand.GET_ELEMENT_TAG_NAME, "WebDriver:GetElementTagName"),
            entry(DriverCommand.GET_ELEMENT_DOM_ATTRIBUTE, "WebDriver:GetElementAttribute"),
            entry(DriverCommand.GET_ELEMENT_DOM_PROPERTY, "WebDriver:GetElementProperty"),
            entry(DriverCommand.EXECUTE_SCRIPT, "WebDriver:ExecuteScript"),
            entry(DriverCommand.SCREENSHOT, "WebDriver:TakeScreenshot"),
            entry(DriverCommand.SET_TIMEOUT, "WebDriver:SetTimeouts"));

    private final Marionette connection;
    private final boolean insecureTls;

    MarionetteExecutor(Marionette connection, boolean insecureTls) {
        this.connection = connection;
        this.insecureTls = insecureTls;
    }

    @Override
    public Response execute(Command command) throws IOException {
        String name = NAMES.get(command.getName());
        if (name == null) {
            throw new UnsupportedCommandException("Firefox is not asked for " + command.getName() + " here");
        }
        try {
            return response(command, connection.send(name, parameters(command)));
        } catch (IOException e) {
            throw new NoSuchSessionException("the browser is gone: " + e.getMessage());
        }
    }

    private static Response response(Command command, @Nullable Object result) {
        SessionId session = command.getSessionId();
        Response response = session == null ? new Response() : new Response(session);
        response.setState("success");
        response.setStatus(0);
        response.setValue(result);
        if (command.getName().equals(DriverCommand.NEW_SESSION) && result instanceof Map<?, ?> started) {
            response.setSessionId(Objects.toString(started.get("sessionId")));
            response.setValue(started.get("capabilities"));
        }
        return response;
    }

    /** Selenium's parameters, where Firefox wants them in another shape. */
    private Map<String, ?> parameters(Command command) {
        Map<String, Object> parameters = new HashMap<>(command.getParameters());
        switch (command.getName()) {
            case DriverCommand.NEW_SESSION -> {
                return Map.of(
                        "acceptInsecureCerts",
                        insecureTls,
                        "unhandledPromptBehavior",
                        "accept",
                        "strictFileInteractability",
                        false,
                        "timeouts",
                        Map.of(
                                "pageLoad",
                                BoundedCommands.PAGE.toMillis(),
                                "script",
                                BoundedCommands.SCRIPT.toMillis()));
            }
            case DriverCommand.SEND_KEYS_TO_ELEMENT -> parameters.put("text", text(parameters.remove("value")));
            case DriverCommand.SWITCH_TO_FRAME -> {
                if (parameters.get("id") instanceof Map<?, ?> element) {
                    parameters.put("element", element.get(ELEMENT));
                    parameters.put("id", null);
                }
            }
            case DriverCommand.SCREENSHOT -> parameters.put("full", false);
            default -> {
                // Same shape in both.
            }
        }
        return parameters;
    }

    private static String text(@Nullable Object keys) {
        return keys instanceof CharSequence[] parts ? String.join("", parts) : Objects.toString(keys, "");
    }
}
