package dev.pmt.api.imports;

import dev.pmt.api.projects.ProjectId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The columns of all files that were imported into a project. */
@Repository
class SourceColumns {

    private static final String ADD = """
            INSERT INTO source_column (project_id, id, name, occurrence, field)
            SELECT :project, (SELECT coalesce(max(c.id), 0) + 1 FROM source_column c WHERE c.project_id = :project),
                   :name, :occurrence, :field
            ON CONFLICT (project_id, name, occurrence, field) DO NOTHING
            """;

    private static final String LIST = """
            SELECT id, name, occurrence, field FROM source_column WHERE project_id = :project ORDER BY id
            """;

    /** A column with its id in the project. */
    record Kept(int id, Header.Column column) {}

    private final JdbcClient jdbc;

    SourceColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the columns that are new and returns the ids of all; the project must be locked. */
    List<Integer> register(ProjectId project, List<Header.Column> columns) {
        for (var column : columns) {
            jdbc.sql(ADD)
                    .param("project", project.value())
                    .param("name", column.name())
                    .param("occurrence", column.occurrence())
                    .param("field", fieldName(column.field()))
                    .update();
        }
        var ids = list(project).stream().collect(Collectors.toMap(Kept::column, Kept::id));
        return columns.stream()
                .map(column -> Objects.requireNonNull(ids.get(column)))
                .toList();
    }

    List<Kept> list(ProjectId project) {
        return jdbc.sql(LIST)
                .param("project", project.value())
                .query((row, number) -> new Kept(
                        row.getInt("id"),
                        new Header.Column(
                                row.getString("name"), row.getInt("occurrence"), field(row.getString("field")))))
                .list();
    }

    private static @Nullable String fieldName(@Nullable Fillable field) {
        return field == null ? null : field.wireName();
    }

    private static @Nullable Fillable field(@Nullable String name) {
        return name == null ? null : Fillable.find(name).orElse(null);
    }
}
