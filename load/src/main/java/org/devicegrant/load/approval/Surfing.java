package org.devicegrant.load.approval;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.devicegrant.load.target.Bounded;
import org.devicegrant.load.target.Reach;

/** One user's way through pages: requests with cookies, redirects followed. For one thread at a time. */
final class Surfing {
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w.:+-]+)");

    private final HttpClient http;
    private final Reach reach;
    private final CookieJar cookies = new CookieJar();

    Surfing(HttpClient http, Reach reach) {
        this.http = http;
        this.reach = reach;
    }

    Page open(URI address) {
        return follow(address, request(address).GET());
    }

    Page post(URI address, String form) {
        return follow(
                address,
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private Page follow(URI address, HttpRequest.Builder first) {
        URI here = address;
        HttpResponse<byte[]> response = send(first);
        for (int hops = 0; hops < MOST_REDIRECTS; hops++) {
            cookies.keep(here, response.headers().allValues("Set-Cookie"));
            String location = response.headers().firstValue("Location").orElse("");
            if (response.statusCode() < 300 || response.statusCode() > 399 || location.isEmpty()) {
                return new Page(here, response.statusCode(), new String(response.body(), charset(response)));
            }
            here = next(here, location);
            response = send(request(here).GET());
        }
        throw new ApprovalFailed("the server's pages redirect in a circle");
    }

    private static Charset charset(HttpResponse<?> response) {
        Matcher named =
                CHARSET.matcher(response.headers().firstValue("Content-Type").orElse(""));
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static URI next(URI here, String location) {
        try {
            return here.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ApprovalFailed("a page of the server redirects to something that is no address");
        }
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(reach.timeout())
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Accept-Language", "en")
                .header("User-Agent", "Mozilla/5.0 device-grant-load");
        reach.headers().forEach(request::header);
        String header = cookies.header(address);
        return header.isEmpty() ? request : request.header("Cookie", header);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return Bounded.send(http, request.build(), reach.timeout());
        } catch (IOException e) {
            throw new ApprovalFailed(
                    "a page of the server could not be loaded (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApprovalFailed("the run ended during an approval");
        }
    }

    /** What a request led to. */
    record Page(URI address, int status, String html) {}
}
