import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Project } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { projectsQuery } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { projectRoles } from "~/shared/domain/names";
import { formatDay } from "~/shared/lib/format";
import { useTitle } from "~/shared/lib/useTitle";
import { Button } from "~/shared/ui/Button";
import { PageBar } from "~/shared/ui/PageBar";
import { Empty, Failure, Skeleton } from "~/shared/ui/States";
import { NewProject } from "./NewProject";
import "./projects.css";

/** All projects the signed-in person is a member of. */
export function Projects() {
  useTitle("Projects");
  const navigate = useNavigate();
  const creating = useSearch({ strict: false }).new === "project";
  const setCreating = (open: boolean) =>
    void navigate({ to: "/projects", search: open ? { new: "project" } : {}, replace: true });
  const projects = useQuery(projectsQuery);
  const mayCreate = useMe()?.role !== "guest";
  const createButton = (
    <Button look="primary" icon="add" onClick={() => setCreating(true)}>
      New project
    </Button>
  );
  return (
    <>
      <PageBar title="Projects">{mayCreate && projects.data?.length ? createButton : null}</PageBar>
      <div className="page-body">
        <div className="page-column">
          {projects.data === undefined && projects.isError ? (
            <Failure
              title="The projects could not be loaded"
              reason={reasonOf(projects.error)}
              onRetry={() => void projects.refetch()}
            />
          ) : projects.data === undefined ? (
            <Skeleton label="Loading projects" lines={6} />
          ) : projects.data.length === 0 ? (
            <Empty
              icon="projects"
              title={mayCreate ? "Create your first project" : "No projects yet"}
              actions={mayCreate ? createButton : null}
            >
              <p>
                {mayCreate
                  ? "A project holds tasks and a board. Give it a name and a short key: WEB makes WEB-1, WEB-2, and so on."
                  : "Ask a project's maintainer to add you as a member."}
              </p>
            </Empty>
          ) : (
            <nav className="rows" aria-label="Projects">
              {projects.data.map((project) => (
                <ProjectRow key={project.id} project={project} />
              ))}
            </nav>
          )}
        </div>
      </div>
      {creating ? (
        <NewProject
          onClose={() => setCreating(false)}
          onCreated={({ key }) => {
            void navigate({ to: "/projects/$key/board", params: { key } });
          }}
        />
      ) : null}
    </>
  );
}

function ProjectRow({ project }: { project: Project }) {
  const role = projectRoles.find((item) => item.role === project.role);
  return (
    <Link to="/projects/$key/board" params={{ key: project.key }} className="row">
      <span className="key-chip">{project.key}</span>
      <span className="row-main">
        <span className="row-title">{project.name}</span>
        {project.description ? <span className="row-note">{project.description.split("\n")[0]}</span> : null}
      </span>
      <span className="tag">{role?.name ?? project.role}</span>
      <span className="project-date">
        created <time dateTime={project.createdAt}>{formatDay(project.createdAt)}</time>
      </span>
    </Link>
  );
}
