package dev.pmt.gateway;

import dev.pmt.shared.service.ServiceSettings;
import dev.pmt.shared.service.ServiceStartException;

/** Runs the edge alone, with settings from PMT_… environment variables. */
public final class Main {

    private Main() {}

    /** Starts the edge and closes it when the process is told to stop. */
    public static void main(String[] arguments) {
        try {
            var gateway = new GatewayService().start(ServiceSettings.fromEnvironment(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "close"));
            System.out.println("PMT's edge serves at " + gateway.address());
        } catch (ServiceStartException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
