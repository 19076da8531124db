import { FirstTask } from "~/shared/domain/FirstTask";
import { Empty } from "~/shared/ui/States";

type ListEmptyProps = {
  project: string;
  isFiltered: boolean;
  isRead: boolean;
  mayCreate: boolean;
  onCreate: () => void;
};

/** What a list without tasks says: that nothing matches, or how to begin. */
export function ListEmpty({ project, isFiltered, isRead, mayCreate, onCreate }: ListEmptyProps) {
  if (!isRead) {
    return (
      <Empty icon="filter" title="The query cannot be read">
        <p>It is underlined where it goes wrong.</p>
      </Empty>
    );
  }
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
      actions={mayCreate ? <FirstTask project={project} onCreate={onCreate} /> : null}
    >
      <p>
        {mayCreate ? "Write down the first one, or bring a backlog along." : "Its members have not begun."}
      </p>
    </Empty>
  );
}
