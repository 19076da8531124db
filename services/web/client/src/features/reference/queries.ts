import { queryOptions } from "@tanstack/react-query";
import { request } from "~/shared/api/http";
import type { Contract, Operation } from "./shapes";

/** A service's contract; it changes with the release only. */
export const contractQuery = (service: string) =>
  queryOptions({
    queryKey: ["reference", service],
    queryFn: ({ signal }) => request<Contract>(`/openapi/${service}.json`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Tells whether an operation has all the words of a filter in its name, path or summary. */
export function speaksOf({ id, method, path, summary }: Operation, words: string): boolean {
  const text = `${method} ${path} ${summary} ${id}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
