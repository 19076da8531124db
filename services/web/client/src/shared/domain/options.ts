import type { CustomField, CustomFieldOption, Profile } from "~/shared/api/generated/api";
import { formatPlainDay } from "~/shared/lib/days";
import type { Choice } from "~/shared/ui/Picker";

type People = ReadonlyMap<string, Profile>;

/** What is to be known of an option beside its name: when a version is released or was, who leads a component. */
export function noteOf({ leadId, releasesOn, released }: CustomFieldOption, people: People): string {
  if (leadId) return people.get(leadId)?.name ?? "Unknown person";
  const day = releasesOn ? formatPlainDay(releasesOn) : "";
  return released ? `released ${day}`.trim() : day;
}

/** An option by its name and what is to be known of it: “1.4 · 1 Dec”. */
export function withNote(option: CustomFieldOption, people: People): string {
  return [option.name, noteOf(option, people)].filter(Boolean).join(" · ");
}

/** Options in the order of pickers: versions that are released come last. */
export function inPickers(options: readonly CustomFieldOption[]): CustomFieldOption[] {
  return options.toSorted((a, b) => Number(a.released ?? false) - Number(b.released ?? false));
}

/** The options of a field to choose from. */
export function optionChoices({ options }: CustomField, people: People): Choice<string>[] {
  return inPickers(options).map((option) => {
    const hint = noteOf(option, people);
    return { value: option.id, label: option.name, ...(hint ? { hint } : {}) };
  });
}
