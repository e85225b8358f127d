package org.devicegrant.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

/** Holds JSON texts against schemas on the class path. */
public final class SchemaAssert {

    private SchemaAssert() {}

    /** Fails with everything the schema objects to. */
    public static void assertValid(String json, String schemaResource) {
        assertThat(schema(schemaResource).validate(json, InputFormat.JSON))
                .as("what %s objects to", schemaResource)
                .isEmpty();
    }

    public static void assertInvalid(String json, String schemaResource) {
        assertThat(schema(schemaResource).validate(json, InputFormat.JSON)).isNotEmpty();
    }

    /** Fails with the first thing that the XML Schema objects to. */
    public static void assertValidXml(String xml, String schemaResource) {
        assertThatCode(() -> SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(SchemaAssert.class.getResource(schemaResource))
                        .newValidator()
                        .validate(new StreamSource(new StringReader(xml))))
                .as("what %s objects to", schemaResource)
                .doesNotThrowAnyException();
    }

    private static Schema schema(String resource) {
        try (InputStream in = SchemaAssert.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(
                            text.contains("draft-07")
                                    ? SpecificationVersion.DRAFT_7
                                    : SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
