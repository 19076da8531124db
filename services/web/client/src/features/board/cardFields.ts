import { useCallback, useState } from "react";
import { useMe } from "~/shared/api/session";
import { listOf, toggled } from "~/shared/domain/taskFilter";

/** What a card can show beside its key and title. */
export const cardFields = [
  { id: "type", name: "Type" },
  { id: "priority", name: "Priority" },
  { id: "assignee", name: "Assignee" },
  { id: "points", name: "Points" },
  { id: "parent", name: "Parent" },
  { id: "sprint", name: "Sprint" },
  { id: "due", name: "Due date" },
  { id: "labels", name: "Labels" },
] as const;

export type CardField = (typeof cardFields)[number]["id"];

const usual: readonly CardField[] = cardFields.map(({ id }) => id).filter((id) => id !== "sprint");

/** The fields on a project's cards, as this person chose them in this browser. */
export function useCardFields(project: string) {
  const key = `pmt.cards.${useMe()?.id ?? ""}.${project}`;
  const [fields, setFields] = useState<readonly CardField[]>(() => read(key));
  const toggle = useCallback(
    (field: CardField) => {
      const next = toggled(fields, field);
      setFields(next);
      write(key, next);
    },
    [key, fields],
  );
  return [fields, toggle] as const;
}

function read(key: string): readonly CardField[] {
  try {
    const kept = localStorage.getItem(key);
    if (kept === null) return usual;
    const names = listOf(kept);
    return cardFields.map(({ id }) => id).filter((id) => names.includes(id));
  } catch {
    return usual;
  }
}

function write(key: string, fields: readonly CardField[]): void {
  try {
    localStorage.setItem(key, fields.join(","));
  } catch {
    // Without storage the choice lasts until the board is left.
  }
}
