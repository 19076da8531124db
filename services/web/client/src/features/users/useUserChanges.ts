import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OneTimeLink, Role, User } from "~/shared/api/generated/auth";
import { request } from "~/shared/api/http";
import { notePerson } from "~/shared/api/people";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { usersQuery } from "~/shared/api/users";
import { toast } from "~/shared/ui/toasts";

/** What an administrator can change about somebody: at once on screen, taken back when it is refused. */
export function useUserChanges(user: User, onLink: (link: OneTimeLink) => void) {
  const client = useQueryClient();
  const { queryKey } = usersQuery;
  const path = `/api/v1/users/${user.id}`;
  const show = (change: Partial<User>) =>
    client.setQueryData(queryKey, (users) =>
      users?.map((item) => (item.id === user.id ? { ...item, ...change } : item)),
    );
  const refused = (error: unknown) => {
    show({ role: user.role, active: user.active });
    const detail = hasStatus(error, 412)
      ? "Somebody else changed this person meanwhile. You see the newest now."
      : reasonOf(error);
    toast(`${user.name} stays as before`, { tone: "bad", detail });
  };
  const settled = () => client.invalidateQueries({ queryKey });

  const setRole = useMutation({
    mutationFn: (role: Role) =>
      request<User>(path, { method: "PATCH", body: { role }, headers: { "If-Match": `"${user.version}"` } }),
    onMutate: (role) => void show({ role }),
    onSuccess: (changed) => void show(changed),
    onError: refused,
    onSettled: settled,
  });
  const setActive = useMutation({
    mutationFn: (active: boolean) =>
      request<User>(`${path}/${active ? "activate" : "deactivate"}`, { method: "POST" }),
    onMutate: (active) => void show({ active }),
    onSuccess: (changed) => {
      show(changed);
      notePerson(client, changed);
      toast(changed.active ? `${user.name} may sign in again` : `${user.name} is shut out`, { tone: "good" });
    },
    onError: refused,
    onSettled: settled,
  });
  const makeLink = useMutation({
    mutationFn: () => request<OneTimeLink>(`${path}/reset-link`, { method: "POST" }),
    onSuccess: onLink,
    onError: (error) => toast("There is no link", { tone: "bad", detail: reasonOf(error) }),
  });
  return { setRole: setRole.mutate, setActive: setActive.mutate, makeLink: makeLink.mutate };
}
