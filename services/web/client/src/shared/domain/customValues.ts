import type { CustomFieldType, CustomValues, CustomValuesPatch } from "~/shared/api/generated/api";

/** What a task may have in a custom field; undefined for nothing. */
export type CustomValue = CustomValues[string] | undefined;

/** The types of custom fields in the order people choose from, with what they hold, and what the less usual are for. */
export const fieldTypes: readonly { type: CustomFieldType; name: string; purpose?: string }[] = [
  { type: "text", name: "Text" },
  { type: "number", name: "Number" },
  { type: "date", name: "Date" },
  { type: "select", name: "One choice" },
  { type: "multi-select", name: "Several choices" },
  {
    type: "component",
    name: "Components",
    purpose: "The parts of what you make that a task is about, and who leads each of them.",
  },
  {
    type: "version",
    name: "Versions",
    purpose: "The versions that a task is meant for, with the day of their release and whether they are out.",
  },
  { type: "user", name: "Person" },
  { type: "url", name: "Link" },
];

/** What a type of custom fields is called. */
export function typeNameOf(type: CustomFieldType): string {
  return fieldTypes.find((one) => one.type === type)?.name ?? type;
}

/** Whether a value of a type is several options of the field. */
export function isSeveral(type: CustomFieldType): boolean {
  return type === "multi-select" || type === "component" || type === "version";
}

/** Whether the values of a type are options of the field. */
export function hasOptions(type: CustomFieldType): boolean {
  return type === "select" || isSeveral(type);
}

/** The values as they are with a patch; an older api gives none. */
export function withValues(values: CustomValues | undefined, patch: CustomValuesPatch): CustomValues {
  return Object.fromEntries(
    Object.entries({ ...values, ...patch }).flatMap(([id, value]) => (value === null ? [] : [[id, value]])),
  );
}

/** A value as a text; nothing for one of several options. */
export function textOf(value: CustomValue): string {
  return value === undefined || typeof value === "object" ? "" : String(value);
}

/** The ids of the options that are chosen. */
export function idsOf(value: CustomValue): readonly string[] {
  return typeof value === "object" ? value : value === undefined ? [] : [String(value)];
}

/** Whether a text is an address that may be opened: nothing but http and https leads out of here. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** What someone typed: a value, nothing, or a sentence that says what is wrong with it. */
export type Typed<V> = { value: V | null } | { error: string };

/** What is wrong with what was typed, if anything is. */
export function faultOf(typed: Typed<unknown>): string | undefined {
  return "error" in typed ? typed.error : undefined;
}

/** Reads a number as typed: at most 9 digits and 6 decimals; a comma is a decimal point too. */
export function readNumber(text: string): Typed<number> {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return { value: null };
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(plain))
    return { error: "A number has at most 9 digits and 6 decimals." };
  return { value: Number(plain) };
}

/** Reads a line of text as typed. */
export function readText(text: string): Typed<string> {
  return { value: text.trim() || null };
}

/** Reads the address of a page as typed. */
export function readAddress(text: string): Typed<string> {
  const plain = text.trim();
  if (plain === "" || isWebAddress(plain)) return { value: plain || null };
  return { error: "A link begins with http:// or https://." };
}

/** Reads what was typed, or the id that was chosen, as a value of a type. */
export function readValue(type: CustomFieldType, text: string): Typed<string | number> {
  if (type === "number") return readNumber(text);
  return type === "url" ? readAddress(text) : readText(text);
}
