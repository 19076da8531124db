import type { ReactNode } from "react";
import { PriorityGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { priorityNames, typeNames } from "~/shared/domain/names";
import type { NewTaskDraft } from "~/shared/domain/newTask";
import type { QuickAdd } from "~/shared/domain/quickAdd";
import { formatPlainDay } from "~/shared/lib/days";
import { useBoard } from "./BoardContext";

type Field = QuickAdd["tokens"][number]["field"];

/** What the words of a line set beside the title. */
export function QuickSets({ quick, draft }: { quick: QuickAdd; draft: NewTaskDraft }) {
  const { people } = useBoard();
  const shown: Record<Field, () => ReactNode> = {
    type: () => (
      <>
        <span aria-hidden="true">
          <TypeGlyph type={draft.type} />
        </span>
        {typeNames[draft.type]}
      </>
    ),
    priority: () => (
      <>
        <span aria-hidden="true">
          <PriorityGlyph priority={draft.priority} />
        </span>
        {priorityNames[draft.priority]}
      </>
    ),
    assigneeId: () => people.get(draft.assigneeId ?? "")?.name,
    dueDate: () => `Due ${formatPlainDay(draft.dueDate)}`,
    points: () => `${draft.points} points`,
    labels: () => draft.labels.map((label) => `#${label}`).join(" "),
  };
  return [...new Set(quick.tokens.map(({ field }) => field))].map((field) => (
    <span key={field} className="quick-set">
      {shown[field]()}
    </span>
  ));
}
