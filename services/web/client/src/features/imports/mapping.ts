import type { ImportColumn, ImportField } from "~/shared/api/generated/api";

/** What the person changed about the recognised columns: a field's column name, or "" for none. */
export type Mapping = Partial<Record<ImportField, string>>;

/** The fields a column can fill, in the order people choose from. */
export const taskFields: readonly { field: ImportField; name: string }[] = [
  { field: "key", name: "Key" },
  { field: "title", name: "Title" },
  { field: "description", name: "Description" },
  { field: "points", name: "Points" },
  { field: "estimate", name: "Estimate" },
  { field: "start", name: "Start date" },
  { field: "due", name: "Due date" },
  { field: "status", name: "Status" },
  { field: "type", name: "Type" },
  { field: "priority", name: "Priority" },
  { field: "assignee", name: "Assignee" },
  { field: "labels", name: "Labels" },
];

/** The name of a field as people know it. */
export function fieldName(field: ImportField): string {
  return taskFields.find((item) => item.field === field)?.name ?? field;
}

/** The task field a column fills; an older api tells it elsewhere. */
export function filledBy(column: ImportColumn): ImportField | null {
  return column.fills ?? column.field;
}

/** Lets a column fill a field, or none; the field it filled before is left out. */
export function assign(mapping: Mapping, column: ImportColumn, field: ImportField | null): Mapping {
  const next = { ...mapping };
  const before = filledBy(column);
  if (before && before !== field) next[before] = "";
  if (field) next[field] = column.name;
  return next;
}

/** The mapping as query parameters: `map=field=Column`, once per field. */
export function mappingParameters(mapping: Mapping): [string, string][] {
  return taskFields.flatMap(({ field }) => {
    const column = mapping[field];
    return column === undefined ? [] : [["map", `${field}=${column}`] satisfies [string, string]];
  });
}
