import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { includesRole, projectQuery } from "~/shared/api/projects";
import { ProjectFailure } from "~/shared/domain/ProjectFailure";
import { useTitle } from "~/shared/lib/useTitle";
import { PageBar } from "~/shared/ui/PageBar";
import { Section } from "~/shared/ui/Section";
import { Skeleton } from "~/shared/ui/States";
import { CustomFields } from "./CustomFields";
import { ProjectForm } from "./ProjectForm";
import { Statuses } from "./Statuses";
import { Workflow } from "./Workflow";
import "./settings.css";

/** What a project is called, what it is for, how full its columns should be, how tasks go through them, and what they have. */
export function Settings({ project }: { project: string }) {
  useTitle(`Settings of ${project}`);
  const query = useQuery(projectQuery(project));
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
              <Statuses project={query.data} readOnly={readOnly} />
              <CustomFields project={query.data} readOnly={readOnly} />
              <Workflow project={query.data} readOnly={readOnly} />
            </>
          ) : query.isError ? (
            <ProjectFailure
              project={project}
              what="project"
              error={query.error}
              onRetry={() => void query.refetch()}
            />
          ) : (
            <Skeleton label="Loading the project" lines={5} />
          )}
        </div>
      </div>
    </>
  );
}
