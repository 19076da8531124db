const prefix = "pmt.draft.";

/** A description that was begun: what is typed, and what the description was when the typing began. */
export type Draft = { text: string; base: string };

/** The draft kept for a task, or null. Drafts outlive a closed panel and a reload of the tab. */
export function readDraft(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + key) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or with null forgets it. */
export function writeDraft(key: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(prefix + key, JSON.stringify(draft));
    else sessionStorage.removeItem(prefix + key);
  } catch {
    // A full or refused storage only costs the safety net.
  }
}

/** Whether a draft says something else than its base; how lines end does not count, fields normalise that. */
export function isChanged({ text, base }: Draft): boolean {
  return text.replace(/\r\n?/g, "\n") !== base.replace(/\r\n?/g, "\n");
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null || !("text" in value) || !("base" in value)) return false;
  return typeof value.text === "string" && typeof value.base === "string";
}
