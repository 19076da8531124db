import { useCallback, useMemo, useState } from "react";
import { useCustomFields } from "~/shared/api/customFields";
import type { CustomField } from "~/shared/api/generated/api";
import { useMe } from "~/shared/api/session";
import { listOf, toggled } from "~/shared/domain/taskFilter";
import { keep, readKept } from "~/shared/lib/kept";

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

type CustomId = `cf-${string}`;

export type CardField = (typeof cardFields)[number]["id"] | CustomId;

const usual: readonly CardField[] = cardFields.map(({ id }) => id).filter((id) => id !== "sprint");

/** The name of a custom field among what is on cards. */
export function cardFieldOf({ id }: CustomField): CustomId {
  return `cf-${id}`;
}

/** What is on a project's cards, as this person chose it in this browser, and the custom fields that can be. */
export function useCardFields(project: string) {
  const key = `pmt.cards.${useMe()?.id ?? ""}.${project}`;
  const [fields, setFields] = useState<readonly CardField[]>(() => read(key));
  const toggle = useCallback(
    (field: CardField) => {
      const next = toggled(fields, field);
      setFields(next);
      keep(key, next.join(","));
    },
    [key, fields],
  );
  const all = useCustomFields(project);
  const offered = useMemo(() => all.filter(({ archived }) => !archived), [all]);
  const custom = useMemo(
    () => offered.filter((field) => fields.includes(cardFieldOf(field))),
    [offered, fields],
  );
  return { fields, offered, custom, toggle };
}

function read(key: string): readonly CardField[] {
  const kept = readKept(key);
  if (kept === null) return usual;
  const names = listOf(kept);
  const builtIn = cardFields.map(({ id }) => id).filter((id) => names.includes(id));
  return [...builtIn, ...names.filter((name): name is CustomId => name.startsWith("cf-"))];
}
