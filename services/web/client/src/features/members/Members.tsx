import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { reasonOf } from "~/shared/api/problem";
import { includesRole, membersQuery, useProjectRole } from "~/shared/api/projects";
import { projectRoles } from "~/shared/domain/names";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Failure, Skeleton } from "~/shared/ui/States";
import { AddMember } from "./AddMember";
import { MemberRow } from "./MemberRow";
import "./members.css";

/** Who sees a project, and what they may do in it. */
export function Members({ project }: { project: string }) {
  useTitle(`Members of ${project}`);
  const role = useProjectRole(project);
  const members = useQuery(membersQuery(project));
  const mayManage = includesRole(role, "maintainer");
  return (
    <>
      <PageBar
        title="Members"
        parent={
          <Link to="/projects/$key/board" params={{ key: project }}>
            {project}
          </Link>
        }
      />
      <div className="page-body">
        <div className="page-column">
          {members.data === undefined ? (
            members.isError ? (
              <Failure
                title="The members could not be loaded"
                reason={reasonOf(members.error)}
                onRetry={() => void members.refetch()}
              />
            ) : (
              <Skeleton label="Loading members" lines={5} />
            )
          ) : (
            <>
              {mayManage ? (
                <AddMember project={project} members={members.data} mayGrantOwner={role === "owner"} />
              ) : null}
              <ul className="rows" aria-label="Members">
                {members.data.map((member) => (
                  <MemberRow
                    key={member.userId}
                    project={project}
                    member={member}
                    mayManage={mayManage && (role === "owner" || member.role !== "owner")}
                    mayGrantOwner={role === "owner"}
                  />
                ))}
              </ul>
              <section aria-label="What the roles may do">
                <dl className="role-help">
                  {projectRoles.map(({ role: id, name, may }) => (
                    <div key={id}>
                      <dt>{name}</dt>
                      <dd>{may}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            </>
          )}
        </div>
      </div>
    </>
  );
}
