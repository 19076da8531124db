import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Member, ProjectRole } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { reasonOf } from "~/shared/api/problem";
import { membersQuery, projectPath } from "~/shared/api/projects";
import { toast } from "~/shared/ui/toasts";

/** A membership as it should become; without a role it should end. */
type MemberChange = { userId: string; role: ProjectRole | null };

/** Adds members, changes their roles, removes them: at once on screen, taken back when refused. */
export function useMemberChange(project: string) {
  const client = useQueryClient();
  const { queryKey } = membersQuery(project);
  return useMutation({
    mutationFn: ({ userId, role }: MemberChange) => {
      const path = `${projectPath(project)}/members/${userId}`;
      return role === null
        ? request<null>(path, { method: "DELETE" })
        : request<Member>(path, { method: "PUT", body: { role } });
    },
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (members) => members && withChange(members, change));
      return before;
    },
    onError: (error, _change, before) => {
      client.setQueryData(queryKey, before);
      toast("The members stay as they were", { tone: "bad", detail: reasonOf(error) });
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey });
      void client.invalidateQueries({ queryKey: ["project", project] });
    },
  });
}

function withChange(members: readonly Member[], { userId, role }: MemberChange): Member[] {
  if (role === null) return members.filter((member) => member.userId !== userId);
  if (members.some((member) => member.userId === userId)) {
    return members.map((member) => (member.userId === userId ? { ...member, role } : member));
  }
  return [...members, { userId, role, since: new Date().toISOString() }];
}
