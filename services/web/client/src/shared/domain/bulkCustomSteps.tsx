import type { CustomField, CustomValuesPatch } from "~/shared/api/generated/api";
import type { Command, Step } from "~/shared/commands/registry";
import { Icon } from "~/shared/ui/Icon";
import type { Choice } from "~/shared/ui/Picker";
import { type Change, choiceStep, entry } from "./bulkSteps";
import { nobody } from "./choices";
import { faultOf, readValue, type Typed } from "./customValues";
import { dayStep } from "./dueStep";
import { minutesOf, readEstimate } from "./duration";
import { toggled } from "./taskFilter";

type SetValue = (value: CustomValuesPatch[string]) => void;

/** How much work all selected tasks are thought to be. */
export function bulkEstimateStep(change: Change): Step {
  const set = (estimate: string | null) => change({ estimateMinutes: minutesOf(estimate) });
  return typedStep("Estimate of the selected", "No estimate", "Type 2h, 90m or 1h 30m", readEstimate, set);
}

/** The custom fields of all selected tasks, archived ones to take their values away. */
export function bulkCustomStep(
  fields: readonly CustomField[],
  people: readonly Choice<string>[],
  change: Change,
): Step {
  const title = "Custom field of the selected";
  const sorted = [...fields].sort((a, b) => Number(a.archived) - Number(b.archived));
  return {
    title,
    items: sorted.map((field) => ({
      id: `bulk-field-${field.id}`,
      title: field.archived ? `${field.name} (archived)` : field.name,
      group: title,
      icon: <Icon name="edit" />,
      next: () => valueStep(field, people, (value) => change({ customFields: { [field.id]: value } })),
    })),
  };
}

/** The values that a custom field can get, by its type, and none. */
function valueStep(field: CustomField, people: readonly Choice<string>[], set: SetValue): Step {
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
      return optionsStep(field, title, set, []);
    case "user":
      return choiceStep(title, people, (id) => set(id === nobody ? null : id));
    case "date":
      return dayStep(title, set, undefined, `No ${name}`);
    default: {
      const asks = { number: "Type a number", url: "Type an address", text: "Type a text" }[type];
      return typedStep(title, `No ${name}`, asks, (text) => readValue(type, text), set);
    }
  }
}

/** One option after the other, then all that were chosen at once. */
function optionsStep(field: CustomField, title: string, set: SetValue, chosen: readonly string[]): Step {
  const wanted = field.options.filter(({ id }) => chosen.includes(id));
  const names = wanted.map(({ name }) => name).join(", ");
  const toggle = ({ id, name }: CustomField["options"][number]): Command => ({
    id: `bulk-option-${id}`,
    title: chosen.includes(id) ? `Without ${name}` : name,
    group: title,
    icon: <Icon name={chosen.includes(id) ? "check" : "label"} />,
    next: () => optionsStep(field, title, set, toggled(chosen, id)),
  });
  return {
    title,
    items: [
      ...(names ? [entry(title, `Set ${names}`, "check", () => set(wanted.map(({ id }) => id)))] : []),
      ...field.options.map(toggle),
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
