package org.devicegrant.conformance.embedded.http;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/** Keeps WireMock from looking for stubs in the directory that the harness happens to run in. */
final class NoMappings implements MappingsSource {
    @Override
    public void loadMappingsInto(StubMappings mappings) {
        // Every request is answered by the bridge.
    }

    @Override
    public void save(List<StubMapping> mappings) {
        // Nothing is kept.
    }

    @Override
    public void save(StubMapping mapping) {
        // Nothing is kept.
    }

    @Override
    public void remove(StubMapping mapping) {
        // Nothing is kept.
    }

    @Override
    public void removeAll() {
        // Nothing is kept.
    }
}
