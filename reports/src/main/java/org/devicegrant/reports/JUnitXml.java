package org.devicegrant.reports;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.devicegrant.reports.model.CheckResult;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;

/**
 * {@code junit.xml} for Jenkins, GitLab, GitHub and whatever else reads Surefire's dialect: one suite a group, one test
 * case a requirement. A WARNING is a pass with output. SKIPPED, INCONCLUSIVE, NOT_TESTABLE and a failure that the
 * baseline covers are skipped with a message. A last suite, {@code run}, fails with an error when the run was cut short
 * or proved nothing, because a file full of skips would otherwise look green.
 */
public final class JUnitXml {

    private static final String RUN_SUITE = "run";

    private JUnitXml() {}

    /** The run as XML text. */
    public static String render(RunReport run) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            writeSuites(xml, run);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a string writer takes all XML", impossible);
        }
        return text + "\n";
    }

    private static void writeSuites(XMLStreamWriter xml, RunReport run) throws XMLStreamException {
        Map<String, List<CheckResult>> groups = new LinkedHashMap<>();
        run.results()
                .forEach(result -> groups.computeIfAbsent(result.group(), group -> new ArrayList<>())
                        .add(result));
        start(xml, "testsuites");
        attribute(xml, "name", run.tool().name() + ": " + run.target().name());
        writeCounts(xml, run.results(), 1, isInconclusive(run) ? 1 : 0);
        attribute(xml, "time", seconds(run.durationMs()));
        for (Map.Entry<String, List<CheckResult>> group : groups.entrySet()) {
            writeSuite(xml, run, group.getKey(), group.getValue());
        }
        writeRunSuite(xml, run);
        xml.writeEndElement();
    }

    private static void writeSuite(XMLStreamWriter xml, RunReport run, String group, List<CheckResult> results)
            throws XMLStreamException {
        start(xml, "testsuite");
        attribute(xml, "name", group);
        attribute(xml, "timestamp", run.started().toString());
        writeCounts(xml, results, 0, 0);
        attribute(
                xml,
                "time",
                seconds(results.stream().mapToLong(CheckResult::durationMs).sum()));
        for (CheckResult result : results) {
            writeCase(xml, result);
        }
        xml.writeEndElement();
    }

    private static void writeCounts(XMLStreamWriter xml, List<CheckResult> results, int more, int errors)
            throws XMLStreamException {
        attribute(xml, "tests", String.valueOf(results.size() + more));
        attribute(
                xml,
                "failures",
                String.valueOf(results.stream().filter(JUnitXml::isFailure).count()));
        attribute(xml, "errors", String.valueOf(errors));
        attribute(
                xml,
                "skipped",
                String.valueOf(results.stream().filter(JUnitXml::isSkipped).count()));
    }

    private static void writeCase(XMLStreamWriter xml, CheckResult result) throws XMLStreamException {
        start(xml, "testcase");
        attribute(xml, "classname", "devicegrant." + result.group());
        attribute(xml, "name", result.id());
        attribute(xml, "time", seconds(result.durationMs()));
        if (isFailure(result)) {
            start(xml, "failure");
            attribute(xml, "type", result.level().word());
            attribute(xml, "message", result.message());
            xml.writeCharacters(VisibleText.xml(PlainDetail.of(result)));
            xml.writeEndElement();
        } else if (isSkipped(result)) {
            start(xml, "skipped");
            attribute(xml, "message", skipReason(result));
            xml.writeEndElement();
        } else if (result.verdict() == Verdict.WARNING) {
            start(xml, "system-out");
            xml.writeCharacters(VisibleText.xml("WARNING " + result.message() + "\n" + PlainDetail.of(result)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void writeRunSuite(XMLStreamWriter xml, RunReport run) throws XMLStreamException {
        Headline headline = Headline.of(run);
        start(xml, "testsuite");
        attribute(xml, "name", RUN_SUITE);
        attribute(xml, "timestamp", run.started().toString());
        writeCounts(xml, List.of(), 1, isInconclusive(run) ? 1 : 0);
        attribute(xml, "time", seconds(run.durationMs()));
        start(xml, "testcase");
        attribute(xml, "classname", "devicegrant." + RUN_SUITE);
        attribute(xml, "name", "the run says something about the server");
        attribute(xml, "time", seconds(run.durationMs()));
        if (isInconclusive(run)) {
            start(xml, "error");
            attribute(xml, "type", "exit code " + run.exitCode());
            attribute(xml, "message", headline.title() + ": " + headline.detail());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static boolean isInconclusive(RunReport run) {
        return !run.complete() || run.results().isEmpty() || (run.exitCode() != 0 && run.exitCode() != 1);
    }

    private static boolean isFailure(CheckResult result) {
        return result.verdict() == Verdict.FAIL && result.baseline() == null;
    }

    private static boolean isSkipped(CheckResult result) {
        return switch (result.verdict()) {
            case PASS, WARNING -> false;
            case FAIL -> result.baseline() != null;
            case SKIPPED, INCONCLUSIVE, NOT_TESTABLE -> true;
        };
    }

    private static String skipReason(CheckResult result) {
        String verdict = result.verdict().name().replace('_', ' ');
        return result.baseline() == null
                ? verdict + ": " + result.message()
                : "known " + verdict + " (" + result.baseline() + "): " + result.message();
    }

    private static void start(XMLStreamWriter xml, String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, VisibleText.xml(value));
    }

    private static String seconds(long milliseconds) {
        return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
    }
}
