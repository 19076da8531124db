import { queryOptions } from "@tanstack/react-query";
import type { ServiceMap } from "~/shared/api/generated/health";
import { request } from "~/shared/api/http";

/** Which services run where, asked again every two seconds while the tab is in sight. */
export const mapQuery = queryOptions({
  queryKey: ["map"],
  queryFn: ({ signal }) => request<ServiceMap>("/api/v1/admin/map", { signal }),
  refetchInterval: 2_000,
  staleTime: 1_000,
  retry: false,
});
