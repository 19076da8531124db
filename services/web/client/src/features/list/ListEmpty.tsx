import { Link } from "@tanstack/react-router";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Empty } from "~/shared/ui/States";

type ListEmptyProps = { project: string; isFiltered: boolean; mayCreate: boolean; onCreate: () => void };

/** What a list without tasks says: that nothing matches, or how to begin. */
export function ListEmpty({ project, isFiltered, mayCreate, onCreate }: ListEmptyProps) {
  if (isFiltered) {
    return (
      <Empty icon="filter" title="Nothing matches">
        <p>No task of this project passes all of these filters.</p>
      </Empty>
    );
  }
  return (
    <Empty
      icon="list"
      title="No tasks yet"
      actions={
        mayCreate ? (
          <>
            <Button look="primary" icon="add" onClick={onCreate}>
              New task
            </Button>
            <Link
              to="/projects/$key/import"
              params={{ key: project }}
              className="button-link button-secondary"
            >
              <Icon name="import" /> Import a CSV file
            </Link>
          </>
        ) : null
      }
    >
      <p>
        {mayCreate ? "Write down the first one, or bring a backlog along." : "Its members have not begun."}
      </p>
    </Empty>
  );
}
