import { request } from "./http";

/** One page of a list as every service answers it. */
export type Page<T> = { items: T[]; next: string | null };

/** Reads a list to its end, a hundred items a page; for lists that stay small. */
export async function everyPage<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = "";
  while (next !== null) {
    const cursor: string = next === "" ? "" : `&cursor=${encodeURIComponent(next)}`;
    const page: Page<T> = await request<Page<T>>(`${path}?limit=100${cursor}`, { signal });
    items.push(...page.items);
    next = page.next;
  }
  return items;
}
