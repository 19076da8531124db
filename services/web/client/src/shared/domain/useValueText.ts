import { useCallback } from "react";
import type { CustomField, CustomFieldOption, Profile } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { formatPlainDay } from "~/shared/lib/days";
import { type CustomValue, idsOf, textOf } from "./customValues";
import { withNote } from "./options";

type ValueText = (field: CustomField, value: CustomValue) => string;
type OptionText = (option: CustomFieldOption, people: ReadonlyMap<string, Profile>) => string;

/** Tells what people call a value of a custom field. */
export function useValueText(): ValueText {
  return useText(nameOf);
}

/** Tells the same where there is room: options with what is to be known of them. */
export function useFullText(): ValueText {
  return useText(withNote);
}

const nameOf: OptionText = ({ name }) => name;

function useText(optionText: OptionText): ValueText {
  const people = usePeople();
  return useCallback(
    ({ type, options }, value) => {
      if (value === undefined) return "";
      switch (type) {
        case "select":
        case "multi-select":
        case "component":
        case "version":
          return options
            .filter(({ id }) => idsOf(value).includes(id))
            .map((option) => optionText(option, people))
            .join(", ");
        case "user":
          return people.get(textOf(value))?.name ?? "Unknown person";
        case "date":
          return formatPlainDay(textOf(value));
        default:
          return textOf(value);
      }
    },
    [people, optionText],
  );
}
