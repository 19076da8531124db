import type { CustomField, FieldChange } from "~/shared/api/generated/api";
import { listOf } from "~/shared/domain/taskFilter";
import { formatPlainDay } from "~/shared/lib/days";
import type { Names, Piece } from "./activitySentence";
import { enumerated, plain } from "./activityValues";

const prefix = "customFields.";

/** Whether a change is one of a custom field. */
export function isCustom({ field }: FieldChange): boolean {
  return field.startsWith(prefix);
}

/** What became of a custom field; of one that is gone there is neither a name nor what its ids mean. */
export function custom({ field: path, from, to }: FieldChange, names: Names): Piece[] {
  const field = names.field(path.slice(prefix.length));
  const verb = to === null ? "removed " : from === null ? "set " : "changed ";
  if (!field) return [`${verb}a custom field`];
  const value = (text: string) => said(field, text, names);
  const name: Piece = { value: field.name };
  if (to === null) return [verb, name];
  if (from === null) return [verb, name, " to ", ...value(to)];
  return [verb, name, " from ", ...value(from), " to ", ...value(to)];
}

function said({ type, options }: CustomField, text: string, names: Names): Piece[] {
  switch (type) {
    case "select":
    case "multi-select":
    case "component":
    case "version":
      return enumerated(
        listOf(text).map((id) => [
          { value: options.find((option) => option.id === id)?.name ?? "an option that is gone" },
        ]),
      );
    case "user":
      return [{ value: names.person(text) }];
    case "date":
      return [{ value: formatPlainDay(text) }];
    case "number":
      return [plain(text)];
    default:
      return [{ value: text }];
  }
}
