import { useCallback } from "react";
import type { CustomField } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { formatPlainDay } from "~/shared/lib/days";
import { type CustomValue, idsOf, textOf } from "./customValues";

/** Tells what people call a value of a custom field. */
export function useValueText(): (field: CustomField, value: CustomValue) => string {
  const people = usePeople();
  return useCallback(
    ({ type, options }, value) => {
      if (value === undefined) return "";
      switch (type) {
        case "select":
        case "multi-select":
          return options
            .filter(({ id }) => idsOf(value).includes(id))
            .map(({ name }) => name)
            .join(", ");
        case "user":
          return people.get(textOf(value))?.name ?? "Unknown person";
        case "date":
          return formatPlainDay(textOf(value));
        default:
          return textOf(value);
      }
    },
    [people],
  );
}
