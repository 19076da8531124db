import { useMutation, useQueryClient } from "@tanstack/react-query";
import { customFieldsPath, customFieldsQuery } from "~/shared/api/customFields";
import type { CustomFields, NewCustomFields } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { projectQuery } from "~/shared/api/projects";
import { toast } from "~/shared/ui/toasts";

/** Saves a project's custom fields as a whole, on a version of the project. */
export function useSaveFields(key: string, onSaved: () => void) {
  const client = useQueryClient();
  const onSettled = () => void client.invalidateQueries({ queryKey: projectQuery(key).queryKey });
  return useMutation({
    mutationFn: ({ version, ...body }: NewCustomFields & { version: number }) =>
      request<CustomFields>(customFieldsPath(key), {
        method: "PUT",
        body,
        headers: { "If-Match": `"${version}"` },
      }),
    onSuccess: (saved) => {
      client.setQueryData(customFieldsQuery(key).queryKey, saved);
      toast("The custom fields are saved", { tone: "good" });
      onSaved();
    },
    onSettled,
  });
}
