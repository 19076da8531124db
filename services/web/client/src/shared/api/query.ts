import { QueryClient } from "@tanstack/react-query";
import { ApiError, isUnreachable } from "./problem";

/** The client's one cache of server state. Refusals are final; silence is worth a few tries. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: "always",
        retry: (count, error) => (error instanceof ApiError ? isUnreachable(error) && count < 2 : false),
        retryDelay: (count) => 400 * 2 ** count,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}
