import { useMemo, useState } from "react";
import { nobody, useAssigneeChoices } from "~/shared/domain/choices";
import type { NewTaskDraft } from "./draft";
import { readTitle, withTokens } from "./quickAdd";

/** Reads what the title of a draft sets, until the person wants its words kept. */
export function useQuickAdd(draft: NewTaskDraft, project: string) {
  const [isLiteral, setLiteral] = useState(false);
  const choices = useAssigneeChoices(project);
  const quick = useMemo(() => {
    if (isLiteral) return { title: draft.title.trim(), tokens: [] };
    const people = choices.filter(({ value }) => value !== nobody);
    return readTitle(
      draft.title,
      people.map(({ value, label }) => ({ id: value, name: label })),
    );
  }, [draft.title, choices, isLiteral]);
  return { quick, filled: withTokens(draft, quick), keepWords: () => setLiteral(true) };
}
