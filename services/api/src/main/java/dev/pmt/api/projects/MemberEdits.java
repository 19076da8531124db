package dev.pmt.api.projects;

import dev.pmt.api.profiles.UserId;
import dev.pmt.shared.events.EventLog;
import dev.pmt.shared.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes who is a member: maintainers do, only owners touch owners, anyone may leave, one owner always stays. */
@Service
class MemberEdits {

    private final Projects projects;
    private final Members members;
    private final EventLog log;

    MemberEdits(Projects projects, Members members, EventLog log) {
        this.projects = projects;
        this.members = members;
        this.log = log;
    }

    @Transactional
    public Member put(String key, UserId caller, UserId user, ProjectRole role) {
        var project = lock(key, caller);
        var known = members.find(project.id(), user).map(Member::role);
        var before = known.orElse(ProjectRole.VIEWER);
        project.role().require(ProjectRole.MAINTAINER);
        requireOwnerFor(project, before, role);
        if (known.isEmpty()) {
            requireActive(user);
        }
        if (before == ProjectRole.OWNER && role != ProjectRole.OWNER) {
            requireOtherOwner(project, user);
        }
        members.put(project.id(), user, role);
        log.append(ProjectFacts.member(project, caller, user, known.orElse(null), role));
        return members.find(project.id(), user).orElseThrow();
    }

    @Transactional
    public void remove(String key, UserId caller, UserId user) {
        var project = lock(key, caller);
        if (!user.equals(caller)) {
            project.role().require(ProjectRole.MAINTAINER);
        }
        var role = members.find(project.id(), user)
                .orElseThrow(() -> missing(user))
                .role();
        requireOwnerFor(project, role, role);
        if (role == ProjectRole.OWNER) {
            requireOtherOwner(project, user);
        }
        members.remove(project.id(), user);
        log.append(ProjectFacts.memberRemoved(project, caller, user));
    }

    /** Makes the answer for a user who is not a member. */
    static ProblemException missing(UserId user) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "not-found", "User " + user + " is not a member of this project.");
    }

    /** Reads the project twice: the caller's role may have changed while the lock was awaited. */
    private Project lock(String key, UserId caller) {
        projects.touch(projects.get(key, caller).id());
        return projects.get(key, caller);
    }

    private static void requireOwnerFor(Project project, ProjectRole before, ProjectRole after) {
        if (before == ProjectRole.OWNER || after == ProjectRole.OWNER) {
            project.role().require(ProjectRole.OWNER);
        }
    }

    private void requireActive(UserId user) {
        if (members.isDeactivated(user)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "user-inactive",
                    "A new member must be able to sign in; an administrator can activate this person: " + user);
        }
    }

    private void requireOtherOwner(Project project, UserId user) {
        if (!members.hasOtherOwner(project.id(), user)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "last-owner",
                    "A project must keep an owner; make someone else owner of " + project.key() + " first.");
        }
    }
}
