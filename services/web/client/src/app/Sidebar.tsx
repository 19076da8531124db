import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { projectsQuery } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { openPalette } from "~/shared/commands/registry";
import { IconButton } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Logo } from "~/shared/ui/Logo";
import { pages } from "./pages";
import { UserMenu } from "./UserMenu";

type SidebarProps = { project: string | undefined; onCreate: () => void; onKeys: () => void };

const ADMINISTRATION = [
  { to: "/users", icon: "members", label: "Users" },
  { to: "/events", icon: "pulse", label: "Events" },
  { to: "/flags", icon: "flag", label: "Flags" },
  { to: "/map", icon: "map", label: "Map" },
] as const;

/** The rail on the left: projects, the pages of the current one, and the person. */
export function Sidebar({ project, onCreate, onKeys }: SidebarProps) {
  const me = useMe();
  const { data: projects } = useQuery(projectsQuery);
  return (
    <>
      <div className="side-head">
        <Link to="/projects" className="side-brand" aria-label="PMT: all projects">
          <Logo />
          <span>PMT</span>
        </Link>
        <IconButton icon="search" label="Commands" keys="Ctrl K" onClick={() => openPalette()} />
        <IconButton icon="add" label="New task" keys="C" className="side-create" onClick={onCreate} />
      </div>
      <nav className="side-nav" aria-label="Main">
        <Link to="/projects" activeOptions={{ exact: true }} className="side-link">
          <Icon name="projects" />
          <span>All projects</span>
        </Link>
        {me?.role === "admin"
          ? ADMINISTRATION.map(({ to, icon, label }) => (
              <Link key={to} to={to} className="side-link">
                <Icon name={icon} />
                <span>{label}</span>
              </Link>
            ))
          : null}
        {projects && projects.length > 0 ? <p className="side-label">Projects</p> : null}
        {projects?.map(({ key, name }) => (
          <div key={key} className="side-project">
            <Link
              to="/projects/$key/board"
              params={{ key }}
              className="side-link"
              data-current={key === project}
            >
              <span className="side-chip" aria-hidden="true">
                {key.slice(0, 2)}
              </span>
              <span className="side-text">{name}</span>
            </Link>
            {key === project ? <ProjectPages project={key} /> : null}
          </div>
        ))}
      </nav>
      <div className="side-foot">
        {me ? <UserMenu me={me} onKeys={onKeys} /> : null}
        <IconButton icon="help" label="Keys" keys="?" onClick={onKeys} />
      </div>
    </>
  );
}

function ProjectPages({ project }: { project: string }) {
  return (
    <div className="side-pages">
      {pages.map(({ to, name, icon }) => (
        <Link key={to} to={to} params={{ key: project }} className="side-link">
          <Icon name={icon} />
          <span>{name}</span>
        </Link>
      ))}
    </div>
  );
}
