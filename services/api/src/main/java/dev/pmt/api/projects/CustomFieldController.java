package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{key}/custom-fields")
class CustomFieldController {

    /**
     * The custom fields of a project as people see them.
     *
     * @param fields in their order, archived ones too
     * @param version of the project, which they share, for {@code If-Match}
     */
    record Shown(List<CustomField> fields, long version) {}

    private final Projects projects;
    private final CustomFields fields;
    private final CustomFieldEdits edits;

    CustomFieldController(Projects projects, CustomFields fields, CustomFieldEdits edits) {
        this.projects = projects;
        this.fields = fields;
        this.edits = edits;
    }

    @GetMapping
    ResponseEntity<Shown> list(CurrentUser user, @PathVariable String key) {
        return answer(projects.get(key, new UserId(user.id())));
    }

    @PutMapping(produces = "application/json")
    ResponseEntity<Shown> put(
            CurrentUser user,
            @PathVariable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewCustomFields body) {
        return answer(edits.put(key, new UserId(user.id()), Version.required(ifMatch), body));
    }

    /** The version was read first: where they differ it is too old, and a change of it is refused. */
    private ResponseEntity<Shown> answer(Project project) {
        var shown = new Shown(fields.of(project.id()), project.version());
        return ResponseEntity.ok().eTag(Version.tag(project.version())).body(shown);
    }
}
