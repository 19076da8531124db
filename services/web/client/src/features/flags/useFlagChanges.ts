import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Flag, FlagRule } from "~/shared/api/generated/gateway";
import { request } from "~/shared/api/http";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { sessionQuery } from "~/shared/api/session";
import { toast } from "~/shared/ui/toasts";
import { flagPath, flagsQuery } from "./queries";
import { ruleOf } from "./words";

/** Makes a flag, or changes the version that was seen. */
export type Save = { key: string; rule: FlagRule; version: number | null };

/** What an administrator does with flags; their own are read again, as they may be meant. */
export function useFlagChanges() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: flagsQuery.queryKey }),
      client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ]);
  const save = useMutation({
    mutationFn: ({ key, rule, version }: Save) =>
      request<Flag>(flagPath(key), {
        method: "PUT",
        body: rule,
        headers: version === null ? { "If-None-Match": "*" } : { "If-Match": `"${version}"` },
      }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ key, version }: Flag) =>
      request<null>(flagPath(key), { method: "DELETE", headers: { "If-Match": `"${version}"` } }),
    onSuccess: (_, { key }) => toast(`${key} is gone`, { tone: "good" }),
    onError: (error, { key }) =>
      toast(`${key} stays as before`, { tone: "bad", detail: reasonForAll(error) }),
    onSettled,
  });
  const turn = (flag: Flag, enabled: boolean) =>
    save.mutate(
      { key: flag.key, rule: { ...ruleOf(flag), enabled }, version: flag.version },
      {
        onSuccess: () => toast(`${flag.key} is switched ${enabled ? "on" : "off"}`, { tone: "good" }),
        onError: (error) =>
          toast(`${flag.key} stays as before`, { tone: "bad", detail: reasonForAll(error) }),
      },
    );
  return { save, turn, remove: remove.mutate };
}

function reasonForAll(error: unknown): string {
  return hasStatus(error, 412)
    ? "Somebody else changed this flag meanwhile. You see the newest now."
    : reasonOf(error);
}
