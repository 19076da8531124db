import type { CustomField, CustomFieldOption, CustomValuesPatch, Profile } from "~/shared/api/generated/api";
import type { Command, Step } from "~/shared/commands/registry";
import { Icon } from "~/shared/ui/Icon";
import type { Choice } from "~/shared/ui/Picker";
import { type Change, choiceStep, entry } from "./bulkSteps";
import { nobody } from "./choices";
import { faultOf, readValue, type Typed } from "./customValues";
import { dayStep } from "./dueStep";
import { minutesOf, readEstimate } from "./duration";
import { inPickers, withNote } from "./options";
import { toggled } from "./taskFilter";

type SetValue = (value: CustomValuesPatch[string]) => void;

/** Who can be chosen, and who people are. */
type BulkChoices = { assignees: readonly Choice<string>[]; people: ReadonlyMap<string, Profile> };

/** How much work all selected tasks are thought to be. */
export function bulkEstimateStep(change: Change): Step {
  const set = (estimate: string | null) => change({ estimateMinutes: minutesOf(estimate) });
  return typedStep("Estimate of the selected", "No estimate", "Type 2h, 90m or 1h 30m", readEstimate, set);
}

/** The custom fields of all selected tasks, archived ones to take their values away. */
export function bulkCustomStep(fields: readonly CustomField[], choices: BulkChoices, change: Change): Step {
  const title = "Custom field of the selected";
  const sorted = [...fields].sort((a, b) => Number(a.archived) - Number(b.archived));
  return {
    title,
    items: sorted.map((field) => ({
      id: `bulk-field-${field.id}`,
      title: field.archived ? `${field.name} (archived)` : field.name,
      group: title,
      icon: <Icon name="edit" />,
      next: () => valueStep(field, choices, (value) => change({ customFields: { [field.id]: value } })),
    })),
  };
}

/** The values that a custom field can get, by its type, and none. */
function valueStep(field: CustomField, { assignees, people }: BulkChoices, set: SetValue): Step {
  const { name, type, options, archived } = field;
  const title = `${name} of the selected`;
  const none = clear(title, `No ${name}`, () => set(null));
  if (archived) return { title, items: [none] };
  switch (type) {
    case "select": {
      const choices = options.map((option) => ({ value: option.id, label: option.name }));
      return { title, items: [...choiceStep(title, choices, set).items, none] };
    }
    case "multi-select":
    case "component":
    case "version":
      return optionsStep(field, title, (option) => withNote(option, people), set);
    case "user":
      return choiceStep(title, assignees, (id) => set(id === nobody ? null : id));
    case "date":
      return dayStep(title, set, undefined, `No ${name}`);
    default: {
      const asks = { number: "Type a number", url: "Type an address", text: "Type a text" }[type];
      return typedStep(title, `No ${name}`, asks, (text) => readValue(type, text), set);
    }
  }
}

/** One option after the other, then all that were chosen at once. */
function optionsStep(
  field: CustomField,
  title: string,
  say: (option: CustomFieldOption) => string,
  set: SetValue,
  chosen: readonly string[] = [],
): Step {
  const wanted = field.options.filter(({ id }) => chosen.includes(id));
  const names = wanted.map(({ name }) => name).join(", ");
  const toggle = (option: CustomFieldOption): Command => ({
    id: `bulk-option-${option.id}`,
    title: chosen.includes(option.id) ? `Without ${option.name}` : say(option),
    group: title,
    icon: <Icon name={chosen.includes(option.id) ? "check" : "label"} />,
    next: () => optionsStep(field, title, say, set, toggled(chosen, option.id)),
  });
  return {
    title,
    items: [
      ...(names ? [entry(title, `Set ${names}`, "check", () => set(wanted.map(({ id }) => id)))] : []),
      ...inPickers(field.options).map(toggle),
      clear(title, `No ${field.name}`, () => set(null)),
    ],
  };
}

/** A value by typing it, or none. */
function typedStep<V extends string | number>(
  title: string,
  none: string,
  asks: string,
  read: (text: string) => Typed<V>,
  set: (value: V | null) => void,
): Step {
  return {
    title,
    asks,
    items: [clear(title, none, () => set(null))],
    typed: (text) => {
      const typed = read(text);
      if (!("value" in typed) || typed.value === null) return [];
      const { value } = typed;
      return [entry(title, `Set ${value}`, "edit", () => set(value))];
    },
    fault: (text) => faultOf(read(text)),
  };
}

function clear(title: string, name: string, run: () => void): Command {
  return { ...entry(title, name, "close", run), id: "bulk-none" };
}
