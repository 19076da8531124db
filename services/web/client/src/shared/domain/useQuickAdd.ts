import { useMemo } from "react";
import { nobody, useAssigneeChoices } from "./choices";
import type { NewTaskDraft } from "./newTask";
import { readTitle, withTokens } from "./quickAdd";

/** Reads what the title of a draft sets; nothing when its words are meant as they stand. */
export function useQuickAdd(draft: NewTaskDraft, project: string, isLiteral: boolean) {
  const choices = useAssigneeChoices(project);
  const quick = useMemo(() => {
    if (isLiteral) return { title: draft.title.trim(), tokens: [] };
    const people = choices.filter(({ value }) => value !== nobody);
    return readTitle(
      draft.title,
      people.map(({ value, label }) => ({ id: value, name: label })),
    );
  }, [draft.title, choices, isLiteral]);
  return { quick, filled: withTokens(draft, quick) };
}
