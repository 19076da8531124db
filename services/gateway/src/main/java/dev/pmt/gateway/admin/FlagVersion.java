package dev.pmt.gateway.admin;

import dev.pmt.gateway.flags.Flag;
import dev.pmt.shared.service.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** Which version of a flag a change is made against, so that two administrators do not overwrite each other (RFC 9110, 13.1). */
final class FlagVersion {

    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private FlagVersion() {}

    static String tag(Flag flag) {
        return "\"" + flag.version() + "\"";
    }

    /** Reads the version that must be in force; 0 for none, said by {@code If-None-Match: *}. */
    static long ofPut(HttpServerRequest request) {
        return "*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH)) ? 0 : ofDelete(request);
    }

    static long ofDelete(HttpServerRequest request) {
        var match = request.getHeader(HttpHeaders.IF_MATCH);
        if (match == null) {
            throw new Refused(Problem.of(
                    428,
                    "version-required",
                    "Version required",
                    "If-Match must carry the ETag last read, so that nobody's change is lost; for a new flag send"
                            + " If-None-Match: *."));
        }
        var tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw new Refused(Problem.of(
                    400, "invalid-version", "Not a version", "If-Match must be one version such as \"3\", quoted."));
        }
        return Long.parseLong(tag.group(1));
    }
}
