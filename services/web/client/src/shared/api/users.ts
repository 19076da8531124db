import { queryOptions } from "@tanstack/react-query";
import type { User } from "./generated/auth";
import { everyPage } from "./pages";

/** Everyone who can sign in, with what only screens about people need: e-mail address, role, version. */
export const usersQuery = queryOptions({
  queryKey: ["users"],
  queryFn: ({ signal }) => everyPage<User>("/api/v1/users", signal),
  staleTime: 5 * 60_000,
});
