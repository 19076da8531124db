import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { NewView, View, ViewPatch } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { toast } from "~/shared/ui/toasts";
import { viewsPath, viewsQuery } from "./viewContent";

/** Makes a view, or changes the version that was seen. */
type Save = { view: null; content: NewView } | { view: View; content: ViewPatch };

/** What a person does with saved views. */
export function useViewChanges(project: string) {
  const client = useQueryClient();
  const { queryKey } = viewsQuery(project);
  const onSettled = () => client.invalidateQueries({ queryKey });
  const save = useMutation({
    mutationFn: ({ view, content }: Save) =>
      view
        ? request<View>(viewsPath(project, view.id), {
            method: "PATCH",
            body: content,
            headers: { "If-Match": `"${view.version}"` },
          })
        : request<View>(viewsPath(project), { method: "POST", body: content }),
    onSuccess: (saved) =>
      client.setQueryData<View[]>(queryKey, (views) => [
        ...(views ?? []).filter(({ id }) => id !== saved.id),
        saved,
      ]),
    onError: (error, { view }) => {
      if (view) toast(`${view.name} was not changed`, { tone: "bad", detail: reasonForAll(error) });
    },
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id }: View) => request<null>(viewsPath(project, id), { method: "DELETE" }),
    onSuccess: (_, { name }) => toast(`${name} is removed`, { tone: "good" }),
    onError: (error, { name }) => toast(`${name} was not removed`, { tone: "bad", detail: reasonOf(error) }),
    onSettled,
  });
  return { save, remove };
}

function reasonForAll(error: unknown): string {
  return hasStatus(error, 412)
    ? "Somebody else changed this view meanwhile. You see the newest now."
    : reasonOf(error);
}
