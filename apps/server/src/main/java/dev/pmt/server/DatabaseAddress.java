package dev.pmt.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where an external PostgreSQL is and who administers it.
 *
 * @param url JDBC URL without user and password
 * @param user the administrator's role
 * @param password its password
 */
record DatabaseAddress(String url, String user, String password) {

    private static final String FORM = "postgresql://USER[:PASSWORD]@HOST[:PORT]/DATABASE";

    /**
     * Reads {@code postgresql://user:password@host:port/database?option=…}, also with {@code jdbc:} before it and user and
     * password among the options, as JDBC has them.
     *
     * @param given a password from elsewhere, which wins over one in the text
     * @throws Failure when a part is missing; the text is not repeated, for it may hold a password
     */
    static DatabaseAddress parse(String text, @Nullable String given) {
        var uri = uri(text.startsWith("jdbc:") ? text.substring(5) : text);
        var database = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        if (uri.getHost() == null
                || database.isEmpty()
                || !("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))) {
            throw refused("be " + FORM);
        }
        var options = new ArrayList<String>();
        var logon = new HashMap<String, String>();
        if (uri.getRawUserInfo() != null) {
            var parts = uri.getRawUserInfo().split(":", 2);
            logon.put("user", decode(parts[0]));
            if (parts.length > 1) {
                logon.put("password", decode(parts[1]));
            }
        }
        for (var option :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            var name = option.replaceFirst("=.*", "");
            if (name.equals("user") || name.equals("password")) {
                logon.put(name, decode(option.replaceFirst("[^=]*=?", "")));
            } else {
                options.add(option);
            }
        }
        var password = given == null ? logon.get("password") : given;
        if (!logon.containsKey("user")) {
            throw refused("name the administrator's role: " + FORM);
        }
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var query = options.isEmpty() ? "" : "?" + String.join("&", options);
        var url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
        return new DatabaseAddress(url, logon.get("user"), password == null ? "" : password);
    }

    /** Returns another database of the same server. */
    DatabaseAddress named(String database) {
        var name = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return new DatabaseAddress(url.replaceFirst("(//[^/]+/)[^?]*", "$1" + name), user, password);
    }

    /** Opens a connection of the administrator. */
    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "pmt");
        return DriverManager.getConnection(url, properties);
    }

    /** Returns host, port and database, for people. */
    String place() {
        return url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return user + "@" + place();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused("be " + FORM + "; write special characters of a password as %XX");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("write special characters as %XX");
        }
    }

    private static Failure refused(String rule) {
        return new Failure(Exit.USAGE, "--db must " + rule + ".");
    }
}
