import type { QueryFault } from "~/shared/api/problem";
import { bodyOf } from "~/shared/domain/queryTokens";
import { type TaskFilter, toParameters } from "~/shared/domain/taskFilter";

/** The days that are on screen, both included. */
export type Range = { from: string; to: string };

/** What is listed: the filter, and whether it is of archived tasks. */
export type Asked = { filter: TaskFilter; archived: boolean };

/** The request's parameters for the tasks that are under way or due within some days. */
export function within(asked: Asked, { from, to }: Range): string {
  return parametersOf(asked, `due >= ${from} AND (due <= ${to} OR start <= ${to})`, "due");
}

/** The request's parameters for the unfinished tasks that are due on no day. */
export function undated(asked: Asked): string {
  return parametersOf(asked, "due IS EMPTY AND category != done", "rank");
}

function parametersOf({ filter, archived }: Asked, condition: string, sort: string): string {
  // time is the order here
  const body = bodyOf(filter.query);
  const query = body ? `(${body}) AND ${condition}` : condition;
  const parameters = new URLSearchParams(toParameters({ ...filter, query }));
  if (archived) parameters.set("archived", "true");
  parameters.set("sort", sort);
  return parameters.toString();
}

/** A fault of the request's query as one of the query that the person wrote. */
export function faultOf(fault: QueryFault | null, query: string): QueryFault | null {
  if (!fault) return null;
  const longest = bodyOf(query).length;
  return { ...fault, position: Math.min(Math.max(0, fault.position - 1), longest) };
}
