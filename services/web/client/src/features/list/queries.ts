import { type TaskFilter, toParameters } from "~/shared/domain/taskFilter";
import type { ListView } from "./view";

/** The request's parameters for what the list shows. */
export function listParameters(filter: TaskFilter, { order, archived }: ListView): string {
  const parameters = new URLSearchParams(toParameters(filter));
  if (archived) parameters.set("archived", "true");
  if (order !== "rank") parameters.set("sort", order);
  return parameters.toString();
}
