/** The keys of the projects whose tasks are linked to. */
export type Known = ReadonlySet<string>;

/** Links no tasks. */
export const nothingKnown: Known = new Set();

const taskKey = /(?<![\w/.&#-])([A-Z][A-Z0-9]{1,9})-[1-9]\d{0,8}(?![\w-])/g;
const taskAddress = /^\/browse\/([A-Z][A-Z0-9]{1,9}-[1-9]\d{0,8})$/;

/** Turns keys of tasks in HTML without tags into links; what only looks like one, as UTF-8, is of no project. */
export function taskLinks(html: string, known: Known): string {
  return html.replace(taskKey, (key, project: string) =>
    known.has(project) ? `<a href="/browse/${key}">${key}</a>` : key,
  );
}

/** The key of the task that a link leads to, or null. */
export function linkedTask({ origin, pathname, search, hash }: HTMLAnchorElement): string | null {
  const own = origin === window.location.origin && search + hash === "";
  return (own && taskAddress.exec(pathname)?.[1]) || null;
}
