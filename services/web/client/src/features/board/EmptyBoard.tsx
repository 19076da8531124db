import { FirstTask } from "~/shared/domain/FirstTask";
import { Empty, Keys } from "~/shared/ui/States";

type EmptyBoardProps = { project: string; canCreate: boolean; onCreate: () => void };

/** What a board without tasks says: the two ways to fill it. */
export function EmptyBoard({ project, canCreate, onCreate }: EmptyBoardProps) {
  return (
    <Empty
      icon="board"
      title="This board is empty"
      actions={canCreate ? <FirstTask project={project} onCreate={onCreate} /> : null}
    >
      {canCreate ? (
        <p>
          Press <Keys>C</Keys> anywhere to create a task, or bring a whole backlog from Jira or a spreadsheet.
        </p>
      ) : (
        <p>Nobody has created a task yet. You may read this project, but not change it.</p>
      )}
    </Empty>
  );
}
