package dev.pmt.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Random secrets of 256 bits, each made on first use and kept in a file of mode 0600 under the home directory. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String AUTH_KEY = "auth-key";

    private final Path directory;

    Secrets(Path home) {
        this.directory = home.resolve("secrets");
    }

    /** Returns the secret with this name, as unpadded base64url text. */
    String get(String name) {
        return get(name, Secrets::generate);
    }

    /** Returns the secret with this name; {@code make} makes one when there is none yet. */
    String get(String name, Supplier<String> make) {
        var file = file(name);
        try {
            Home.createPrivately(directory);
            if (Files.notExists(file)) {
                writePrivately(file, make.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "The secret must be readable by this user: " + file, e);
        }
    }

    /** Returns the password of a service's role in the database. */
    String ofDatabase(String service) {
        return get("database-" + service);
    }

    /** Returns the secrets without which the data cannot be read: auth's signing keys are sealed with one. */
    Map<String, String> neededByData() {
        return Map.of(AUTH_KEY, get(AUTH_KEY));
    }

    /** Answers whether those secrets exist, without making them. */
    boolean areThereForData() {
        return Files.exists(file(AUTH_KEY));
    }

    /** Takes over the secrets that came with the data. */
    void adopt(Map<String, String> secrets) {
        try {
            Home.createPrivately(directory);
            for (var secret : secrets.entrySet()) {
                writePrivately(file(secret.getKey()), secret.getValue());
            }
        } catch (IOException e) {
            throw new Failure(Exit.HOME_UNUSABLE, "Secrets must be writable by this user: " + directory, e);
        }
    }

    /** Returns where the secret with this name is kept. */
    Path file(String name) {
        return directory.resolve(name);
    }

    /** Writes a file that only its owner can read, complete or not at all. */
    static void writePrivately(Path file, String text) throws IOException {
        var temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            channel.write(StandardCharsets.UTF_8.encode(text + "\n"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException("another process writes " + file, e);
        }
        Files.move(temporary, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns the header by which the edge shows auth who it is. */
    String edgeAuthorization() {
        var basic = "pmt-edge:" + get("edge-client");
        return "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a secret that is kept nowhere. */
    static String generate() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
