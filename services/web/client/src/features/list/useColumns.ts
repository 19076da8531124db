import { useMemo } from "react";
import { useCustomFields } from "~/shared/api/customFields";
import { fitting } from "./fitting";
import { columnsWith } from "./view";

const cardsBelow = 560;
const onCards: readonly string[] = ["status", "priority", "assignee"];

/** The columns that a project's list can show, those of the chosen ones that fit, and whether rows are cards instead. */
export function useColumns(project: string, chosen: readonly string[], width: number) {
  const fields = useCustomFields(project);
  const asCards = width < cardsBelow;
  return useMemo(() => {
    const columns = columnsWith(fields);
    const wanted = asCards ? onCards : chosen;
    const some = columns.filter(({ id }) => wanted.includes(id));
    return { columns, shown: asCards ? some : fitting(some, width), asCards };
  }, [fields, chosen, width, asCards]);
}
