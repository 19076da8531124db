package dev.pmt.server;

import dev.pmt.shared.service.ServiceSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The settings that an installation leaves for services in other processes: files of mode 0600 under its home. */
final class ServiceFiles {

    private ServiceFiles() {}

    static void write(Home home, String service, Map<String, String> settings) {
        var properties = new Properties();
        properties.putAll(settings);
        try (var text = new StringWriter()) {
            properties.store(text, null);
            Secrets.writePrivately(file(home.directory(), service), text.toString());
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The settings of " + service + " could not be written.", e);
        }
    }

    static ServiceSettings read(Path home, String service) {
        var file = file(home, service);
        try (Reader reader = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(reader);
            var values = new HashMap<String, String>();
            properties.forEach((key, value) -> values.put((String) key, (String) value));
            return new ServiceSettings(values);
        } catch (IOException e) {
            throw new Failure(
                    Exit.USAGE, "There must be a running installation that leaves this service out: " + file, e);
        }
    }

    private static Path file(Path home, String service) {
        return home.resolve("run/" + service + ".properties");
    }
}
