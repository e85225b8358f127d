package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.devicegrant.reports.model.Level;
import org.devicegrant.reports.model.RunReport;
import org.devicegrant.reports.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {

    static final List<String> ATTACKS = HostileRun.ATTACKS;

    @Test
    void isValidAgainstItsSchema() {
        SchemaAssert.assertValidXml(JUnitXml.render(SampleRun.run()), "junit.xsd");
        SchemaAssert.assertValidXml(JUnitXml.render(SampleRun.with(4, false, List.of())), "junit.xsd");
        ATTACKS.forEach(attack -> SchemaAssert.assertValidXml(JUnitXml.render(HostileRun.run(attack)), "junit.xsd"));
    }

    @Test
    void hasOneSuiteAGroupWithItsCounts() throws Exception {
        Document xml = parse(SampleRun.run());
        assertThat(texts(xml, "//testsuite/@name"))
                .containsExactly(
                        "response-fields",
                        "expiry",
                        "interval",
                        "client-authentication",
                        "verification-ui",
                        "security",
                        "run");
        assertThat(texts(xml, "/testsuites/@tests")).containsExactly("8");
        assertThat(texts(xml, "/testsuites/@failures")).containsExactly("1");
        assertThat(texts(xml, "/testsuites/@errors")).containsExactly("0");
        assertThat(texts(xml, "/testsuites/@skipped")).containsExactly("4");
        assertThat(texts(xml, "//testsuite[@name='verification-ui']/@skipped")).containsExactly("2");
    }

    @Test
    void countsAgreeWithTheCases() throws Exception {
        Document xml = parse(SampleRun.run());
        assertThat(texts(xml, "//testcase")).hasSize(8);
        assertThat(texts(xml, "//failure")).hasSize(1);
        assertThat(texts(xml, "//skipped")).hasSize(4);
        assertThat(texts(xml, "//testcase[@name='8628-3.2-not-late']/@classname"))
                .containsExactly("devicegrant.expiry");
        assertThat(texts(xml, "//testcase[@name='8628-3.2-not-late']/@time")).containsExactly("3.456");
    }

    @Test
    void aFailureSaysWhatWasAcceptedAndWhatCame() throws Exception {
        Document xml = parse(SampleRun.run());
        assertThat(texts(xml, "//failure/@message"))
                .containsExactly("expected expired_token 5 s after expiry, got authorization_pending");
        assertThat(texts(xml, "//failure").get(0))
                .contains("Rule: MUST - The rule of 8628-3.2-not-late.")
                .contains("Accepted: 400 expired_token; or 400 invalid_grant")
                .contains("Received: 400 authorization_pending")
                .contains("Fix: Look at the clean-up of codes.")
                .contains("Exchanges: #1, #2, #3, #4");
    }

    @Test
    void aWarningIsAPassWithOutput() throws Exception {
        Document xml = parse(SampleRun.run());
        assertThat(texts(xml, "//testcase[@name='8628-3.5-slow-down']/system-out")
                        .get(0))
                .startsWith("WARNING expected slow_down, got none");
        assertThat(texts(xml, "//testcase[@name='8628-3.5-slow-down']/skipped")).isEmpty();
    }

    @Test
    void aSkipSaysWhichOfTheThreeItIs() throws Exception {
        assertThat(texts(parse(SampleRun.run()), "//skipped/@message"))
                .containsExactly(
                        "SKIPPED: clients.confidential is missing in the target file",
                        "INCONCLUSIVE: no browser",
                        "INCONCLUSIVE: no browser",
                        "NOT TESTABLE: happens inside the server");
    }

    @Test
    void aKnownFailureIsSkippedWithItsReason() throws Exception {
        RunReport run = SampleRun.with(
                0, true, List.of(SampleRun.result("a", "g", Level.MUST, Verdict.FAIL, "late", "tracked as AS-1234")));
        Document xml = parse(run);
        assertThat(texts(xml, "//failure")).isEmpty();
        assertThat(texts(xml, "//skipped/@message")).containsExactly("known FAIL (tracked as AS-1234): late");
    }

    @Test
    void aRunThatProvesNothingIsAnError() throws Exception {
        assertThat(texts(parse(SampleRun.with(4, true, SampleRun.results())), "//error/@message"))
                .singleElement()
                .asString()
                .startsWith("Nothing was proved");
        assertThat(texts(parse(SampleRun.with(0, false, SampleRun.results())), "//error/@message"))
                .singleElement()
                .asString()
                .startsWith("Cut short");
        assertThat(texts(parse(SampleRun.with(0, true, List.of())), "//error")).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("ATTACKS")
    void hostileTextsStayText(String attack) throws Exception {
        Document xml = parse(HostileRun.run(attack));
        assertThat(texts(xml, "//testcase")).hasSize(4);
        assertThat(texts(xml, "//*[local-name()='script' or local-name()='img' or local-name()='svg']"))
                .isEmpty();
    }

    @Test
    void charactersXmlCannotCarryAreShownAsEscapes() {
        RunReport run = HostileRun.run("a\u0000b\u001bc\uD800d");
        assertThat(JUnitXml.render(run)).contains("a\\u0000b\\u001Bc\\uD800d").doesNotContain("\u0000", "\u001b");
    }

    private static Document parse(RunReport run) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(JUnitXml.render(run))));
    }

    private static List<String> texts(Document xml, String path) throws Exception {
        NodeList nodes = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, xml, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i) instanceof Element element
                        ? element.getTextContent()
                        : nodes.item(i).getNodeValue())
                .toList();
    }
}
