package org.devicegrant.conformance.kiosk;

import static org.devicegrant.conformance.assertion.Answers.codes;
import static org.devicegrant.conformance.assertion.Answers.pending;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.devicegrant.conformance.assertion.Judge;
import org.devicegrant.conformance.assertion.Members;
import org.devicegrant.conformance.assertion.Outcome;
import org.devicegrant.conformance.check.Check;
import org.devicegrant.conformance.exchange.Answer;
import org.devicegrant.conformance.flow.Device;
import org.devicegrant.conformance.flow.Devices;
import org.devicegrant.conformance.target.Client;
import org.jspecify.annotations.Nullable;

/** Codes that live for days. */
class LongLivedCodeChecks {
    private static final int POLLS = 12;
    private static final int SAMPLES = 10;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration CALM = Duration.ofSeconds(30);
    private static final double BITS_FOR_TEN_MINUTES = 34;
    private static final double TEN_MINUTES = 600;

    /** Where 32 bits end, in seconds or in milliseconds. */
    private static final Set<Long> CLIPPED = Set.of(2_147_483L, 2_147_483_647L, 4_294_967L, 4_294_967_295L);

    @Check("kiosk-long-lived-code")
    void aCodeOfDaysKeepsAllOtherPromises(Devices devices, Judge judge) {
        Client client = devices.kiosk();
        List<Answer> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            samples.add(devices.send(devices.request(client)));
        }
        judge.control("a device authorization request of clients.kiosk", samples.get(0), codes());

        boolean sound =
                judgeLifetime(judge, samples.get(0), devices.target().kiosk().lifetime());
        Device device = devices.device(client, samples.get(0));
        if (sound) {
            judgeLoad(judge, device);
            judgeStrength(judge, device, samples);
        }
        judgeEndurance(devices, judge, device);
    }

    private static boolean judgeLifetime(Judge judge, Answer answer, @Nullable Duration declared) {
        Outcome<JsonNode> right = declared == null
                ? Outcome.of(
                        "a number of seconds that was not clipped", n -> isCount(n) && !CLIPPED.contains(n.asLong()))
                : Outcome.of(
                        declared.toSeconds() + " as kiosk.lifetime says",
                        n -> isCount(n) && n.asLong() == declared.toSeconds());
        return judge.expect("expires_in of a long-lived code", answer.member("expires_in"), Members::gist, answer)
                .otherwise("the device gives up, or polls for ever")
                .toBe(right);
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() > 0;
    }

    private static void judgeLoad(Judge judge, Device device) {
        long polls =
                device.lifetime().dividedBy(device.interval().isZero() ? Duration.ofSeconds(1) : device.interval());
        Outcome<Duration> calm = Outcome.of(
                "at least 30 s for a lifetime of a day",
                interval -> device.lifetime().compareTo(DAY) < 0 || interval.compareTo(CALM) >= 0);
        judge.expect("the interval", device.interval(), interval -> interval.toSeconds() + " s", device.issued())
                .tolerating(Outcome.of("less", interval -> true), "a forgotten device polls " + polls + " times")
                .toBe(calm);
    }

    /** As hard to guess in days as the RFC's own example is in ten minutes. */
    private static void judgeStrength(Judge judge, Device device, List<Answer> samples) {
        double factor = Math.max(1, device.lifetime().toSeconds() / TEN_MINUTES);
        int wanted = (int) Math.floor(BITS_FOR_TEN_MINUTES + Math.log(factor) / Math.log(2));
        judge.expect("the space of user codes", bits(samples), bits -> "about " + bits + " bits", samples)
                .tolerating(
                        Outcome.of("less", bits -> true), "there is more time to guess, and nothing makes up for it")
                .toBe(Outcome.of("at least " + wanted + " bits", bits -> bits >= wanted));
    }

    private static int bits(List<Answer> samples) {
        Set<Integer> symbols = new TreeSet<>();
        int length = Integer.MAX_VALUE;
        for (Answer sample : samples) {
            String code = sample.member("user_code").asText().replaceAll("[^\\p{L}\\p{Nd}]", "");
            code.codePoints().forEach(symbols::add);
            length = Math.min(length, code.length());
        }
        return (int) Math.round(length * Math.log(Math.max(1, symbols.size())) / Math.log(2));
    }

    private static void judgeEndurance(Devices devices, Judge judge, Device device) {
        for (int i = 1; i <= POLLS; i++) {
            judge.expect("spaced poll " + i + " of a long-lived code", device.spacedPoll())
                    .otherwise("the device gives up although its user may still come")
                    .toBe(pending());
        }
        Device ordinary = devices.start();
        judge.expect("a poll of an ordinary code beside it", ordinary.poll())
                .otherwise("long-lived codes disturb the others")
                .toBe(pending());
    }
}
