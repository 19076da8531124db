import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { includesRole, projectQuery } from "~/shared/api/projects";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Section } from "~/shared/ui/Section";
import { Failure, Skeleton } from "~/shared/ui/States";
import { ProjectForm } from "./ProjectForm";
import { StatusRow } from "./StatusRow";
import "./settings.css";

/** What a project is called, what it is for, and how full its columns should be. */
export function Settings({ project }: { project: string }) {
  useTitle(`Settings of ${project}`);
  const query = useQuery(projectQuery(project));
  const missing = hasStatus(query.error, 404);
  const readOnly = !includesRole(query.data?.role, "maintainer");
  return (
    <>
      <PageBar
        title="Settings"
        parent={
          <Link to="/projects/$key/board" params={{ key: project }}>
            {project}
          </Link>
        }
      />
      <div className="page-body">
        <div className="page-column">
          {query.data ? (
            <>
              <Section title="Project" note={`The key ${project} stays: it is in every task's name.`}>
                <ProjectForm project={query.data} readOnly={readOnly} />
              </Section>
              <Section
                title="Statuses"
                note="The columns of the board. A limit says how many tasks should be in one: more are marked, never refused."
              >
                <ul className="rows" aria-label="Statuses">
                  {query.data.statuses.map((status) => (
                    <StatusRow key={status.id} project={project} status={status} readOnly={readOnly} />
                  ))}
                </ul>
              </Section>
            </>
          ) : query.isError ? (
            <Failure
              title={missing ? `There is no project ${project} for you` : "The project could not be loaded"}
              reason={
                missing ? "It does not exist, or you are not one of its members." : reasonOf(query.error)
              }
              {...(missing ? {} : { onRetry: () => void query.refetch() })}
            />
          ) : (
            <Skeleton label="Loading the project" lines={5} />
          )}
        </div>
      </div>
    </>
  );
}
