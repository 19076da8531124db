package dev.pmt.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.pmt.shared.service.RunningService;
import dev.pmt.shared.service.Service;
import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;
import java.net.URI;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardVirtualThreadExecutor;
import org.apache.catalina.startup.Tomcat;

/** Runs {@link BareTasks} on a Tomcat like the others', in the same JVM and behind the same edge, for benchmarks only. */
public final class BareService implements Service {

    static final String NAME = "bare";

    /** What a session says to write past the fence of an installation as fresh as a benchmark's. */
    static final String EPOCH = "-c pmt.epoch=1";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RunningService start(ServiceSettings settings) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(settings.require("pmt.database.url"));
        pool.setUsername(settings.require("pmt.database.user"));
        pool.setPassword(settings.require("pmt.database.password"));
        pool.setMaximumPoolSize(8);
        pool.addDataSourceProperty("options", EPOCH);
        var tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
        var executor = new StandardVirtualThreadExecutor();
        tomcat.getService().addExecutor(executor);
        var connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.getProtocolHandler().setExecutor(executor);
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "tasks", new BareTasks(pool));
        context.addServletMappingDecoded("/*", "tasks");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new ServiceStartException("The baseline could not start.", e);
        }
        return new Running(tomcat, pool, connector.getLocalPort());
    }

    private record Running(Tomcat tomcat, HikariDataSource pool, int port) implements RunningService {

        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:" + port);
        }

        @Override
        public void close() {
            try {
                tomcat.stop();
            } catch (LifecycleException e) {
                throw new IllegalStateException(e);
            }
            pool.close();
        }
    }
}
