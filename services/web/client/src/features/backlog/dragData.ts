type Data = Record<string | symbol, unknown>;

const kind = Symbol("kind");

/** What a dragged row carries. */
export function rowData(key: string, section: string): Data {
  return { [kind]: "row", key, section };
}

/** The key and the section of the row in some drag data, or null when it is something else. */
export function readRow(data: Data): { key: string; section: string } | null {
  const { key, section } = data;
  return data[kind] === "row" && typeof key === "string" && typeof section === "string"
    ? { key, section }
    : null;
}

/** What a section's head or its empty place says when something hangs over it. */
export function sectionData(section: string): Data {
  return { [kind]: "section", section };
}

/** The section in some drag data, or null when it is something else. */
export function readSection(data: Data): string | null {
  const { section } = data;
  return data[kind] === "section" && typeof section === "string" ? section : null;
}
