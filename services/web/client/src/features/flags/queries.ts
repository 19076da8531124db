import { queryOptions } from "@tanstack/react-query";
import type { FlagChanges, FlagList } from "~/shared/api/generated/gateway";
import { request } from "~/shared/api/http";

const door = "/api/v1/admin/flags";

/** Where one flag is changed. */
export const flagPath = (key: string) => `${door}/${encodeURIComponent(key)}`;

/** All flags, and whether they outlive the edge. */
export const flagsQuery = queryOptions({
  queryKey: ["flags"],
  queryFn: ({ signal }) => request<FlagList>(door, { signal }),
  refetchInterval: 30_000,
});

/** What was done to a flag, latest first. */
export const historyQuery = (key: string) =>
  queryOptions({
    queryKey: ["flags", key, "history"],
    queryFn: ({ signal }) => request<FlagChanges>(`${flagPath(key)}/history`, { signal }),
    staleTime: 0,
  });
