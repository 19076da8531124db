import type { BuiltInId, Column } from "./view";

const givenUpFirst: readonly BuiltInId[] = [
  "created",
  "estimate",
  "start",
  "labels",
  "updated",
  "type",
  "points",
];
const givenUpLast: readonly BuiltInId[] = ["due", "priority", "assignee", "status"];
const fixedWidth = 40 + 112;
const leastTitle = 260;

/** The chosen columns that fit beside a readable title. */
export function fitting(chosen: readonly Column[], width: number): Column[] {
  const custom = chosen.filter(({ field }) => field).map(({ id }) => id);
  let shown = [...chosen];
  for (const id of [...givenUpFirst, ...custom.toReversed(), ...givenUpLast]) {
    const needed = shown.reduce((sum, column) => sum + column.width, fixedWidth + leastTitle);
    if (needed <= width) break;
    shown = shown.filter((column) => column.id !== id);
  }
  return shown;
}

/** The grid's tracks: the mark, key, title and the shown columns. */
export function tracks(shown: readonly Column[]): string {
  return ["28px", "112px", "minmax(0, 1fr)", ...shown.map(({ width }) => `${width}px`)].join(" ");
}
