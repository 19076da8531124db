package dev.pmt.api.attachments;

import dev.pmt.api.profiles.UserId;
import dev.pmt.api.tasks.TaskPlaces;
import dev.pmt.shared.web.CurrentUser;
import dev.pmt.shared.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@RequestMapping("/api/v1/tasks/{key}/attachments")
class AttachmentController {

    private final TaskPlaces places;
    private final Attachments attachments;
    private final AttachmentUploads uploads;
    private final AttachmentEdits edits;
    private final BlobStore store;
    private final AttachmentSettings settings;

    AttachmentController(
            TaskPlaces places,
            Attachments attachments,
            AttachmentUploads uploads,
            AttachmentEdits edits,
            BlobStore store,
            AttachmentSettings settings) {
        this.places = places;
        this.attachments = attachments;
        this.uploads = uploads;
        this.edits = edits;
        this.store = store;
        this.settings = settings;
    }

    @GetMapping
    AttachmentList list(CurrentUser user, @PathVariable String key) {
        var place = places.see(key, new UserId(user.id()));
        return new AttachmentList(
                attachments.list(place.task()),
                settings.most(),
                settings.mostBytes().toBytes());
    }

    @PostMapping(consumes = "application/octet-stream", produces = "application/json")
    ResponseEntity<Attachment> add(
            CurrentUser user, @PathVariable String key, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        var added = uploads.take(
                key, new UserId(user.id()), name, request.getInputStream(), request.getContentLengthLong());
        return ResponseEntity.created(URI.create(request.getRequestURI() + "/" + added.id()))
                .body(added);
    }

    @GetMapping(path = "/{attachmentId}")
    Attachment get(CurrentUser user, @PathVariable String key, @PathVariable AttachmentId attachmentId) {
        return find(user, key, attachmentId);
    }

    @GetMapping("/{attachmentId}/content")
    void content(
            CurrentUser user,
            @PathVariable String key,
            @PathVariable AttachmentId attachmentId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var found = find(user, key, attachmentId);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (new ServletWebRequest(request, response).checkNotModified("\"" + found.sha256() + "\"")) {
            return;
        }
        try (var bytes = store.open(found.sha256()).orElseThrow(() -> withoutBytes(found))) {
            describe(found, response);
            bytes.transferTo(response.getOutputStream());
        }
    }

    @DeleteMapping("/{attachmentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CurrentUser user, @PathVariable String key, @PathVariable AttachmentId attachmentId) {
        edits.delete(key, attachmentId, new UserId(user.id()));
    }

    private Attachment find(CurrentUser user, String key, AttachmentId id) {
        var place = places.see(key, new UserId(user.id()));
        return attachments.find(place.task(), id).orElseThrow(() -> AttachmentEdits.missing(place.key(), id));
    }

    /** Says what the bytes are, so that no browser takes them for a page of PMT's, whatever is in them. */
    private static void describe(Attachment found, HttpServletResponse response) {
        var type = MediaType.of(found.mediaType());
        var disposition = type.isShown() ? ContentDisposition.inline() : ContentDisposition.attachment();
        response.setContentType(type.text());
        response.setContentLengthLong(found.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition
                        .filename(found.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static ProblemException withoutBytes(Attachment found) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "content-missing",
                "The bytes of this attachment are not in the store: an administrator must restore them from a backup: "
                        + found.sha256());
    }
}
