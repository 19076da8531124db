package dev.pmt.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.pmt.shared.service.UuidV7;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What "as fast as it gets" means here: the same columns of the same rows by the same driver, written as JSON by hand; no
 * framework, no rights, no validation, no version, no rank to keep.
 */
final class BareTasks extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient HikariDataSource pool;
    private final transient UuidV7 ids = new UuidV7();

    BareTasks(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = request.getParameter("number");
        try (var connection = pool.getConnection();
                var query = connection.prepareStatement(statement(request))) {
            query.setString(1, request.getParameter("project"));
            if (number != null) {
                query.setLong(2, Long.parseLong(number));
            }
            send(response, 200, rows(query, number != null));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var title = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            var number = create(connection, request.getParameter("project"), title);
            connection.commit();
            connection.setAutoCommit(true);
            send(response, 201, "{\"number\":" + number + "}");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private long create(Connection connection, String project, String title) throws SQLException {
        try (var count = connection.prepareStatement(BareStatements.COUNT);
                var insert = connection.prepareStatement(BareStatements.INSERT)) {
            count.setString(1, project);
            var row = count.executeQuery();
            row.next();
            var id = row.getObject(1, UUID.class);
            var number = row.getLong(2);
            insert.setObject(1, ids.get());
            insert.setObject(2, id);
            insert.setLong(3, number);
            insert.setString(4, title.substring(0, Math.min(100, title.length())));
            insert.setObject(5, id);
            insert.setString(6, Long.toString(number));
            insert.executeUpdate();
            return number;
        }
    }

    private static String statement(HttpServletRequest request) {
        var shape = request.getParameter("shape");
        if (shape != null) {
            return QueryShape.ALL.get(Integer.parseInt(shape)).sql();
        }
        return request.getParameter("number") == null ? BareStatements.LIST : BareStatements.GET;
    }

    private static String rows(PreparedStatement query, boolean one) throws SQLException {
        var json = new StringBuilder(one ? "" : "[");
        try (var rows = query.executeQuery()) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                json.append(json.length() > 1 ? ",{" : "{");
                for (int i = 1; i <= columns; i++) {
                    json.append(i > 1 ? ",\"" : "\"")
                            .append(rows.getMetaData().getColumnLabel(i))
                            .append("\":\"");
                    json.append(String.valueOf(rows.getString(i))
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\""));
                    json.append('"');
                }
                json.append('}');
            }
        }
        return json.append(one ? "" : "]").toString();
    }

    private static void send(HttpServletResponse response, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
