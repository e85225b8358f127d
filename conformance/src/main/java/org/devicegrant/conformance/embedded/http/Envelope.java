package org.devicegrant.conformance.embedded.http;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Hides query and content type from WireMock, which decodes parameters before anybody can stop it and fails with a
 * stack trace where an escape is malformed. Both travel on under other names and are put back by the {@link Bridge}.
 */
final class Envelope implements Filter {
    static final String CONTENT_TYPE = "Enveloped-Content-Type";
    static final String QUERY = "Enveloped-Query";
    private static final String HIDDEN = "Content-Type";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Sealed((HttpServletRequest) request), response);
    }

    private static final class Sealed extends HttpServletRequestWrapper {
        private final HttpServletRequest original;

        Sealed(HttpServletRequest original) {
            super(original);
            this.original = original;
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            Enumeration<String> values = getHeaders(name);
            return values.hasMoreElements() ? values.nextElement() : null;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            if (name.equalsIgnoreCase(CONTENT_TYPE)) {
                return original.getHeaders(HIDDEN);
            }
            if (name.equalsIgnoreCase(QUERY)) {
                String query = original.getQueryString();
                return Collections.enumeration(query == null ? List.of() : List.of(query));
            }
            return name.equalsIgnoreCase(HIDDEN) ? Collections.emptyEnumeration() : original.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            Set<String> names = new LinkedHashSet<>(Collections.list(original.getHeaderNames()));
            boolean typed = names.removeIf(HIDDEN::equalsIgnoreCase);
            names.removeIf(name -> name.equalsIgnoreCase(CONTENT_TYPE) || name.equalsIgnoreCase(QUERY));
            if (typed) {
                names.add(CONTENT_TYPE);
            }
            if (original.getQueryString() != null) {
                names.add(QUERY);
            }
            return Collections.enumeration(names);
        }
    }
}
