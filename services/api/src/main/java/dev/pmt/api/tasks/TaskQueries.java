package dev.pmt.api.tasks;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.CustomFields;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.queries.Fields;
import dev.pmt.api.queries.Parser;
import dev.pmt.api.queries.Query;
import dev.pmt.api.queries.QueryFault;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Texts;
import org.springframework.stereotype.Component;

/** Reads queries as their readers may write them: with the fields of every task, and those that the projects in sight have added. */
@Component
public class TaskQueries {

    private final CustomFields custom;
    private final Projects projects;

    TaskQueries(CustomFields custom, Projects projects) {
        this.custom = custom;
        this.projects = projects;
    }

    /** Checks a query about a project that the reader sees. @throws dev.pmt.shared.web.ProblemException when it is none (400) */
    public void check(String text, String projectKey, UserId reader) {
        parse(text, new TaskScope.One(reader, projectKey));
    }

    /** Reads a query. @throws dev.pmt.shared.web.ProblemException when it is none (400) */
    Query parse(String text, TaskScope scope) {
        var faults = new Faults();
        Texts.check(faults, "query", text, 0, Parser.LONGEST);
        faults.refuse();
        // Most queries name no custom field: these are read only for one that is not understood without them.
        return Parser.parse(text, QueryFields.FIELDS) instanceof Query query
                ? query
                : switch (Parser.parse(text, fields(scope))) {
                    case Query query -> query;
                    case QueryFault fault -> throw fault.problem();
                };
    }

    /** Returns the fields that a query may name. */
    Fields fields(TaskScope scope) {
        return QueryFields.with(
                switch (scope) {
                    case TaskScope.One(var reader, var key) ->
                        custom.of(projects.get(key, reader).id());
                    case TaskScope.All(var reader) -> custom.seenBy(reader);
                });
    }
}
