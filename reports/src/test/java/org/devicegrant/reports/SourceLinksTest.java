package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourceLinksTest {

    private static final String RFC = "https://www.rfc-editor.org/rfc/rfc";

    @Test
    void leadsToTheSection() {
        assertThat(SourceLinks.of("RFC 8628 section 3.2 para 1"))
                .containsExactly(
                        new SourceLinks.Part("RFC 8628 section 3.2", RFC + "8628#section-3.2"),
                        new SourceLinks.Part(" para 1", null));
    }

    @Test
    void followsLaterSectionsOfTheSameDocument() {
        assertThat(links("RFC 8628 sections 3.2 expires_in, 5.1 and 5.4 para 3; section 3.1 last para"))
                .isEqualTo("8628#section-3.2 8628#section-5.1 8628#section-5.4 8628#section-3.1");
        assertThat(links("RFC 6749 sections 5.1 and 5.2; RFC 8259 section 11"))
                .isEqualTo("6749#section-5.1 6749#section-5.2 8259#section-11");
    }

    @Test
    void knowsAppendicesErrataDraftsAndWholeDocuments() {
        assertThat(links("RFC 6749 section 5.1 access_token, appendix A.12; RFC 6750"))
                .isEqualTo("6749#section-5.1 6749#appendix-A.12 6750");
        assertThat(SourceLinks.first("erratum 5708")).contains("https://www.rfc-editor.org/errata/eid5708");
        assertThat(SourceLinks.first("draft-ietf-oauth-v2-1 section on code reuse"))
                .contains("https://datatracker.ietf.org/doc/draft-ietf-oauth-v2-1/");
        assertThat(SourceLinks.first("RFC 10027 (BCP 247) section 6.1.3")).contains(RFC + "10027#section-6.1.3");
    }

    @Test
    void textWithoutADocumentStaysText() {
        assertThat(SourceLinks.of("as derived-device-code-single-use, 5.1"))
                .allSatisfy(part -> assertThat(part.href()).isNull());
        assertThat(SourceLinks.first("no RFC; implemented by several servers")).isEmpty();
    }

    @Test
    void partsGiveTheSourceAgain() {
        String source = "RFC 9700 section 4.16 (CSP level 2 SHOULD); RFC 6749 section 10.13; RFC 6819 section 4.4.1.9";
        assertThat(SourceLinks.of(source).stream().map(SourceLinks.Part::text).collect(Collectors.joining()))
                .isEqualTo(source);
    }

    @Test
    void namesTheFirstDocument() {
        assertThat(SourceLinks.document("draft-x; RFC 6749 section 5.2; RFC 8628"))
                .isEqualTo("RFC 6749");
        assertThat(SourceLinks.document("no text")).isEqualTo("other");
    }

    @Test
    void namesTheFirstSection() {
        assertThat(SourceLinks.section("RFC 8628 sections 3.3 and 3.5")).isEqualTo("3.3");
        assertThat(SourceLinks.section("RFC 6749 appendix A.12")).isEqualTo("A.12");
        assertThat(SourceLinks.section("RFC 6750; RFC 8628 section 3.5")).isEmpty();
    }

    private static String links(String source) {
        return SourceLinks.of(source).stream()
                .map(SourceLinks.Part::href)
                .filter(href -> href != null)
                .map(href -> href.replace(RFC, ""))
                .collect(Collectors.joining(" "));
    }
}
