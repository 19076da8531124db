package dev.pmt.api.imports;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.projects.Project;
import dev.pmt.api.projects.ProjectRole;
import dev.pmt.api.projects.Projects;
import dev.pmt.api.wire.Faults;
import dev.pmt.api.wire.Limit;
import dev.pmt.api.wire.Page;
import dev.pmt.api.wire.Texts;
import dev.pmt.shared.web.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final int USUAL_PAGE = 25;
    private static final int LONGEST_FILENAME = 255;

    private final Projects projects;
    private final Uploads uploads;
    private final Imports imports;
    private final ImportWorker worker;
    private final Previews previews;

    ImportController(Projects projects, Uploads uploads, Imports imports, ImportWorker worker, Previews previews) {
        this.projects = projects;
        this.uploads = uploads;
        this.imports = imports;
        this.worker = worker;
        this.previews = previews;
    }

    @GetMapping
    Page<Import> list(
            CurrentUser user,
            @RequestParam("project") String key,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        var project = projects.get(key, new UserId(user.id()));
        return imports.list(project.id(), new UserId(user.id()), cursor, size);
    }

    @PostMapping(consumes = "text/csv", produces = "application/json")
    ResponseEntity<Import> create(
            CurrentUser caller,
            @RequestParam("project") String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String filename,
            HttpServletRequest request)
            throws IOException {
        var user = new UserId(caller.id());
        var project = maintained(key, user);
        checkFilename(filename);
        var mapping = Mapping.parse(request.getParameterValues("map"));
        var wanted = new Uploads.Wanted(project.id(), user, filename, dryRun, mapping);
        var id = uploads.store(wanted, new EndlessFieldGuard(notEmpty(request.getInputStream())));
        worker.wake();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + id.value()))
                .body(imports.get(id, user));
    }

    @PostMapping(path = "/preview", consumes = "text/csv")
    Preview preview(
            CurrentUser caller,
            @RequestParam("project") String key,
            @RequestParam(defaultValue = "false") boolean partial,
            HttpServletRequest request)
            throws IOException {
        var project = maintained(key, new UserId(caller.id()));
        var mapping = Mapping.parse(request.getParameterValues("map"));
        return previews.read(project, mapping, notEmpty(request.getInputStream()), partial);
    }

    @GetMapping("/{id}")
    Import get(CurrentUser user, @PathVariable ImportId id) {
        return imports.get(id, new UserId(user.id()));
    }

    @GetMapping("/{id}/errors")
    Page<RowFault> errors(
            CurrentUser user,
            @PathVariable ImportId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Limit.of(limit, USUAL_PAGE);
        return imports.errors(imports.get(id, new UserId(user.id())).id(), cursor, size);
    }

    private Project maintained(String key, UserId user) {
        var project = projects.get(key, user);
        project.role().require(ProjectRole.MAINTAINER);
        return project;
    }

    private static void checkFilename(@Nullable String filename) {
        var faults = new Faults();
        if (filename != null) {
            Texts.check(faults, "filename", filename, 0, LONGEST_FILENAME);
        }
        faults.refuse();
    }

    private static InputStream notEmpty(InputStream body) throws IOException {
        var pushback = new PushbackInputStream(body);
        var first = pushback.read();
        var faults = new Faults();
        faults.check(first >= 0, "body", "body must be a CSV file: it is empty");
        faults.refuse();
        pushback.unread(first);
        return pushback;
    }
}
