import type { CustomField, CustomFieldType, NewCustomField } from "~/shared/api/generated/api";
import { hasOptions } from "~/shared/domain/customValues";
import { type Draft, isBlank, nameFault } from "./drafts";

/** An option as it is being edited; what is entered for another type stays until the field is saved. */
export type OptionDraft = Draft & { leadId: string | null; releasesOn: string; released: boolean };

/** A custom field as it is being edited. */
export type FieldDraft = Draft & {
  type: CustomFieldType;
  archived: boolean;
  options: readonly OptionDraft[];
};

export const mostFields = 50;
export const mostOptions = 100;

/** The drafts of the fields that a project has. */
export function fieldDraftsOf(fields: readonly CustomField[]): FieldDraft[] {
  return fields.map(({ id, name, type, archived, options }) => ({
    at: id,
    id,
    name,
    type,
    archived,
    options: options.map((option) => ({ ...newOption(option.id), ...option })),
  }));
}

/** A field, or an option, that is new. */
export const newOption = (at: string): OptionDraft => ({
  at,
  id: null,
  name: "",
  leadId: null,
  releasesOn: "",
  released: false,
});
export const newField = (at: string): FieldDraft => ({
  at,
  id: null,
  name: "",
  type: "text",
  archived: false,
  options: [],
});

const usualNames: Partial<Record<CustomFieldType, string>> = {
  component: "Component",
  version: "Fix version",
};

/** The field that a project begins with; what has a usual name has it, so that its first option is what is typed next. */
export function firstField(type: CustomFieldType, at: string): FieldDraft {
  const name = usualNames[type];
  return name ? { ...newField(`${at}-named`), name, type, options: [newOption(at)] } : newField(at);
}

/** The draft with another type; where there is to be a choice, the first option is begun. */
export function withType(draft: FieldDraft, type: CustomFieldType): FieldDraft {
  const isBegun = draft.options.length > 0 || !hasOptions(type);
  return { ...draft, type, options: isBegun ? draft.options : [newOption(`${draft.at}-first`)] };
}

/** What is wrong with the name of a field, or of an option; empty when nothing is. */
export const fieldFault = (drafts: readonly FieldDraft[], draft: FieldDraft): string =>
  nameFault(drafts, draft, "Another field has this name.");
export const optionFault = (options: readonly Draft[], option: Draft): string =>
  nameFault(options, option, "Another option has this name.");

/** What is to be said of a name: nothing while nothing was typed. */
export const saidOf = (draft: Draft, fault: string): string => (isBlank(draft) ? "" : fault);

/** Whether anything is wrong, so that nothing can be saved. */
export function isWrong(drafts: readonly FieldDraft[]): boolean {
  return drafts.some(
    (draft) =>
      fieldFault(drafts, draft) !== "" ||
      (hasOptions(draft.type) &&
        (draft.options.length === 0 || draft.options.some((option) => optionFault(draft.options, option)))),
  );
}

/** The drafts with the fields and options that there were and that they lack, each at the end. */
export function withRemoved(drafts: readonly FieldDraft[], base: readonly FieldDraft[]): FieldDraft[] {
  const lacked = <D extends Draft>(all: readonly D[], kept: readonly D[]) =>
    all.filter(({ at }) => kept.every((one) => one.at !== at));
  const whole = drafts.map((draft) => {
    const before = base.find(({ at }) => at === draft.at)?.options ?? [];
    return { ...draft, options: [...draft.options, ...lacked(before, draft.options)] };
  });
  return [...whole, ...lacked(base, drafts)];
}

/** The fields as they are sent. */
export function sentFields(drafts: readonly FieldDraft[]): NewCustomField[] {
  const named = ({ id, name }: Draft) => ({ ...(id ? { id } : {}), name: name.trim() });
  return drafts.map((draft) => ({
    ...named(draft),
    type: draft.type,
    archived: draft.archived,
    ...(hasOptions(draft.type)
      ? { options: draft.options.map((option) => ({ ...named(option), ...detailsOf(draft.type, option) })) }
      : {}),
  }));
}

function detailsOf(type: CustomFieldType, { leadId, releasesOn, released }: OptionDraft) {
  if (type === "component") return { leadId };
  return type === "version" ? { releasesOn: releasesOn || null, released } : {};
}
