package org.devicegrant.conformance.servers.spring;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.util.FileSystemUtils;

/** Tomcat on a free loopback port. The port is bound at once, so that an issuer can be named before anything is served. */
final class WebContainer implements AutoCloseable {

    /** Held because the JDK forgets the level of a logger that nobody refers to. */
    private static final List<Logger> CHATTER =
            List.of(Logger.getLogger("org.apache"), Logger.getLogger("org.springframework"));

    private final Tomcat tomcat = new Tomcat();
    private final Path directory;

    private WebContainer(Path directory) {
        this.directory = directory;
    }

    /** Binds the port; requests wait until {@link #serve}. */
    static WebContainer bind() throws IOException, LifecycleException {
        CHATTER.forEach(logger -> logger.setLevel(Level.WARNING));
        WebContainer container = new WebContainer(Files.createTempDirectory("spring-server"));
        // Tomcat remembers the first base directory for the whole JVM and makes it again; this one may as well exist.
        container.tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        container.tomcat.setHostname("127.0.0.1");
        container.tomcat.setPort(0);
        container.tomcat.getConnector().setProperty("address", "127.0.0.1");
        container.tomcat.init();
        return container;
    }

    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    /** Serves the pages behind the filter. */
    void serve(Filter filter, HttpServlet pages) throws LifecycleException {
        StandardContext context = (StandardContext) tomcat.addContext("", directory.toString());
        context.setWorkDir(directory.toString());
        // Tomcat looks for leaks of redeployed applications by reflection that the JDK forbids; nothing is redeployed
        // here.
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        FilterDef definition = new FilterDef();
        definition.setFilterName("security");
        definition.setFilter(filter);
        FilterMap everything = new FilterMap();
        everything.setFilterName("security");
        everything.addURLPattern("/*");
        context.addFilterDef(definition);
        context.addFilterMap(everything);
        Tomcat.addServlet(context, "pages", pages);
        context.addServletMappingDecoded("/", "pages");
        tomcat.start();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            FileSystemUtils.deleteRecursively(directory);
        } catch (LifecycleException | IOException e) {
            throw new IllegalStateException("Tomcat did not stop in " + directory, e);
        }
    }
}
