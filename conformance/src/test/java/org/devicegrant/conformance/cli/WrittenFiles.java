package org.devicegrant.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.devicegrant.reports.ReportDirectory;

/** The files that a run has left, held against the schemas of their formats. */
final class WrittenFiles {
    private WrittenFiles() {}

    /** Fails with what a schema objects to. */
    static void assertValid(Path report) throws Exception {
        assertJson(report.resolve("results.json"), "results.schema.json");
        assertJson(report.resolve("results.sarif"), "/schema/sarif-schema-2.1.0.json");
        assertXml(report.resolve("junit.xml"));
        Schema exchange = schema("exchange.schema.json");
        assertThat(Files.readAllLines(report.resolve("exchanges.jsonl")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(exchange.validate(line, InputFormat.JSON)).isEmpty());
        assertThat(Files.readAllLines(report.resolve("summary.md"))).hasSizeLessThan(60);
    }

    /** Fails with what the schema objects to. */
    static void assertJson(Path file, String schema) throws IOException {
        assertThat(schema(schema).validate(Files.readString(file), InputFormat.JSON))
                .as("what %s objects to in %s", schema, file)
                .isEmpty();
    }

    /** Fails where anybody but the owner may read a file, or list a directory, that is {@code place} or below it. */
    static void assertOwnersAlone(Path place) throws IOException {
        if (!place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (Stream<Path> files = Files.walk(place)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
    }

    private static void assertXml(Path file) throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReportDirectory.class.getResource("junit.xsd"))
                .newValidator()
                .validate(new StreamSource(file.toFile()));
    }

    private static Schema schema(String resource) throws IOException {
        try (InputStream in = ReportDirectory.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(
                            text.contains("draft-07")
                                    ? SpecificationVersion.DRAFT_7
                                    : SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        }
    }
}
