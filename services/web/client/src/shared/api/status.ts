import { queryOptions } from "@tanstack/react-query";
import type { StatusReport } from "./generated/health";
import { request } from "./http";

/** How each service of this installation is, asked again every few seconds. */
export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => request<StatusReport>("/api/status", { signal }),
  refetchInterval: 5_000,
});
