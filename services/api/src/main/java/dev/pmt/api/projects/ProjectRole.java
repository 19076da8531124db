package dev.pmt.api.projects;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pmt.api.wire.WireName;
import dev.pmt.shared.web.ProblemException;
import org.springframework.http.HttpStatus;

/** What a member may do in a project; each role includes the ones before it. */
public enum ProjectRole {
    /** Reads. */
    VIEWER,
    /** Writes tasks. */
    MEMBER,
    /** Edits the project, imports, manages members. */
    MAINTAINER,
    /** Grants and removes owners too. */
    OWNER;

    /** Returns the name in JSON and in the database. */
    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /** Reads the name from the database. */
    public static ProjectRole of(String wireName) {
        return WireName.parse(ProjectRole.class, wireName);
    }

    /** Answers whether this role includes another. */
    public boolean includes(ProjectRole other) {
        return compareTo(other) >= 0;
    }

    /** Refuses the request when this role does not include the needed one (403). */
    public void require(ProjectRole needed) {
        if (!includes(needed)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "role-too-low",
                    "Your role in this project must be at least " + needed.wireName() + ": " + wireName());
        }
    }
}
