package dev.pmt.shared.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Settings by dotted key, for example {@code pmt.url}; values are text and may be secret, so they are never printed. */
public record ServiceSettings(Map<String, String> values) {

    /** Copies the values. */
    public ServiceSettings {
        values = Map.copyOf(values);
    }

    /** Reads {@code PMT_DATABASE_URL} as {@code pmt.database.url}, and so on for every variable that starts with PMT_. */
    public static ServiceSettings fromEnvironment(Map<String, String> environment) {
        var values = new HashMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith("PMT_")) {
                values.put(name.toLowerCase(java.util.Locale.ROOT).replace('_', '.'), value);
            }
        });
        return new ServiceSettings(values);
    }

    /**
     * Reads what a process of its own is told: its {@code PMT_…} variables that are not empty and, below them, the directory
     * that {@code PMT_SETTINGS} names, in which each file is a setting named as the file, for secrets.
     *
     * @throws ServiceStartException when that directory cannot be read
     */
    public static ServiceSettings ofProcess(Map<String, String> environment) {
        var values = new HashMap<String, String>();
        var directory = environment.getOrDefault("PMT_SETTINGS", "");
        if (!directory.isBlank()) {
            values.putAll(files(Path.of(directory)));
        }
        fromEnvironment(environment).values.forEach((key, value) -> {
            if (!value.isBlank()) {
                values.put(key, value);
            }
        });
        return new ServiceSettings(values);
    }

    private static Map<String, String> files(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("pmt."))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), ServiceSettings::content));
        } catch (IOException | UncheckedIOException e) {
            throw new ServiceStartException(
                    "PMT_SETTINGS must name a directory whose files this user can read: " + directory, e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the value, or empty when the key is absent. Keys compare without {@code -}, as variables cannot hold it. */
    public Optional<String> find(String key) {
        var value = values.get(key);
        return Optional.ofNullable(value != null ? value : values.get(key.replace('-', '.')));
    }

    /** Returns the value, or the fallback when the key is absent. */
    public String get(String key, String fallback) {
        return find(key).orElse(fallback);
    }

    /** Returns the value. @throws ServiceStartException when it is absent */
    public String require(String key) {
        return find(key).orElseThrow(() -> new ServiceStartException("Setting " + key + " must be given.", null));
    }

    /** Returns a whole number. @throws ServiceStartException when the value is not one */
    public int getInt(String key, int fallback) {
        var text = find(key);
        try {
            return text.map(Integer::parseInt).orElse(fallback);
        } catch (NumberFormatException e) {
            throw new ServiceStartException("Setting " + key + " must be a whole number: " + text.orElse(""), e);
        }
    }

    /** Returns an ISO 8601 duration such as {@code PT30S}. @throws ServiceStartException when the value is not one */
    public Duration getDuration(String key, Duration fallback) {
        var text = find(key);
        try {
            return text.map(Duration::parse).orElse(fallback);
        } catch (java.time.format.DateTimeParseException e) {
            throw new ServiceStartException(
                    "Setting " + key + " must be an ISO 8601 duration such as PT30S: " + text.orElse(""), e);
        }
    }

    /** Names the keys only: values may be secret. */
    @Override
    public String toString() {
        return "ServiceSettings" + values.keySet();
    }
}
