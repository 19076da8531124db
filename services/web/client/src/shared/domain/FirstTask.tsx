import { Link } from "@tanstack/react-router";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";

/** The two ways to a project's first tasks: to write one, and to import a file. */
export function FirstTask({ project, onCreate }: { project: string; onCreate: () => void }) {
  return (
    <>
      <Button look="primary" icon="add" onClick={onCreate}>
        New task
      </Button>
      <Link to="/projects/$key/import" params={{ key: project }} className="button-link button-secondary">
        <Icon name="import" /> Import a CSV file
      </Link>
    </>
  );
}
