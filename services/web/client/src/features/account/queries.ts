import { queryOptions } from "@tanstack/react-query";
import type { ApiTokenList, SessionList, User } from "~/shared/api/generated/auth";
import { request, requestVersioned } from "~/shared/api/http";

export const accountPath = "/api/v1/users/me";

/** The signed-in person with the version that a change must name. */
export const meQuery = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }) => requestVersioned<User>(accountPath, { signal }),
});

/** The browsers in which the person is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ["account", "sessions"],
  queryFn: async ({ signal }) => (await request<SessionList>(`${accountPath}/sessions`, { signal })).items,
});

/** The person's API tokens, without their secrets. */
export const tokensQuery = queryOptions({
  queryKey: ["account", "tokens"],
  queryFn: async ({ signal }) => (await request<ApiTokenList>(`${accountPath}/tokens`, { signal })).items,
});
