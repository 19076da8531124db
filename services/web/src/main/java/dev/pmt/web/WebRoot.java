package dev.pmt.web;

import dev.pmt.shared.service.ServiceStartException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All files of the client, by path. A path that is not among them does not exist, however it is written. */
record WebRoot(Map<String, Asset> assets) {

    private static final String INDEX = "/index.html";

    /** Reads the files that the client build put on the classpath. @throws ServiceStartException when there are none */
    static WebRoot fromClasspath() {
        var index = WebRoot.class.getResource("/webroot" + INDEX);
        if (index == null) {
            throw new ServiceStartException(
                    "The client must be built before it is served: build services/web without -Dskip.client.", null);
        }
        try {
            return read(index.toURI());
        } catch (IOException | URISyntaxException e) {
            throw new ServiceStartException("The built client cannot be read.", e);
        }
    }

    static WebRoot read(URI index) throws IOException {
        if (!"jar".equals(index.getScheme())) {
            return readFolder(Path.of(index.resolve(".")));
        }
        var jar = URI.create(index.getRawSchemeSpecificPart().replaceFirst("!.*", ""));
        try (var files = FileSystems.newFileSystem(Path.of(jar))) {
            return readFolder(files.getPath("/webroot"));
        }
    }

    private static WebRoot readFolder(Path folder) throws IOException {
        var assets = new HashMap<String, Asset>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var path = "/" + folder.relativize(file).toString().replace('\\', '/');
                assets.put(path, Asset.of(path, Files.readAllBytes(file)));
            }
        }
        return new WebRoot(Map.copyOf(assets));
    }

    /** Finds the file at a path. */
    Optional<Asset> find(String path) {
        return Optional.ofNullable(assets.get(path.equals("/") ? INDEX : path));
    }

    /** Returns the page in which the client runs, whatever view it shows. */
    Asset index() {
        return find(INDEX).orElseThrow(() -> new IllegalStateException("webroot must hold index.html"));
    }
}
