/** Something with a name that is being edited; `at` tells it from the others on screen, also while it has no id. */
export type Draft = { at: string; id: string | null; name: string };

/** The drafts with one of them a place further up or down. */
export function shifted<V>(drafts: readonly V[], index: number, by: 1 | -1): V[] {
  const one = drafts[index];
  return one === undefined ? [...drafts] : drafts.toSpliced(index, 1).toSpliced(index + by, 0, one);
}

/** What is wrong with the name of a draft; empty when nothing is. */
export function nameFault(drafts: readonly Draft[], { at, name }: Draft, taken: string): string {
  const plain = name.trim().toLowerCase();
  if (plain === "") return "A name is needed.";
  return drafts.some((other) => other.at !== at && other.name.trim().toLowerCase() === plain) ? taken : "";
}

/** Whether nothing was typed yet of something new, so that nothing is said of it. */
export function isBlank({ id, name }: Draft): boolean {
  return id === null && name === "";
}
