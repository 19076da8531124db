import type { Status, Transitions } from "~/shared/api/generated/api";

/** The ways between statuses that are open, by the ids at their ends. */
export type Ways = ReadonlySet<string>;

export const wayOf = (from: string, to: string) => `${from} ${to}`;

/** The open ways of a workflow. */
export function waysOf(transitions: readonly Transitions[]): Ways {
  return new Set(transitions.flatMap(({ from, to }) => to.map((id) => wayOf(from, id))));
}

/** All ways that there can be. */
export function everyWay(statuses: readonly Status[]): Ways {
  return waysOf(statuses.map(({ id }) => ({ from: id, to: others(statuses, id) })));
}

/** The ways with one of them opened or closed. */
export function withWay(ways: Ways, way: string, isOpen: boolean): Ways {
  const next = new Set(ways);
  if (isOpen) next.add(way);
  else next.delete(way);
  return next;
}

/** Whether the same ways are open. */
export function isSame(a: Ways, b: Ways): boolean {
  return a.size === b.size && [...a].every((way) => b.has(way));
}

/** The workflow of open ways, as it is sent: of each status where tasks may go from it. */
export function transitionsOf(statuses: readonly Status[], ways: Ways): Transitions[] {
  return statuses.map(({ id: from }) => ({
    from,
    to: others(statuses, from).filter((to) => ways.has(wayOf(from, to))),
  }));
}

/** What people should know of a workflow: where tasks stay for good, and where none can come. */
export function warningsOf(statuses: readonly Status[], ways: Ways): string[] {
  return statuses.flatMap(({ id, name }) => {
    const rest = others(statuses, id);
    const isLeft = rest.some((to) => ways.has(wayOf(id, to)));
    const isReached = rest.some((from) => ways.has(wayOf(from, id)));
    return [
      ...(rest.length > 0 && !isLeft ? [`Tasks in ${name} stay there: nothing leads out of it.`] : []),
      ...(rest.length > 0 && !isReached ? [`Nothing leads to ${name}: only new tasks can begin there.`] : []),
    ];
  });
}

function others(statuses: readonly Status[], id: string): string[] {
  return statuses.map((status) => status.id).filter((other) => other !== id);
}
