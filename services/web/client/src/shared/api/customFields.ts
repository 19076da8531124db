import { queryOptions, useQuery } from "@tanstack/react-query";
import type { CustomField, CustomFields } from "./generated/api";
import { request } from "./http";
import { projectPath, projectQuery } from "./projects";

const none: readonly CustomField[] = [];

/** The path of a project's custom fields in the API. */
export function customFieldsPath(key: string): string {
  return `${projectPath(key)}/custom-fields`;
}

/** The fields that a project adds to its tasks; they are read again whenever the project is. */
export function customFieldsQuery(key: string) {
  return queryOptions({
    queryKey: [...projectQuery(key).queryKey, "custom-fields"],
    enabled: key !== "",
    queryFn: ({ signal }) => request<CustomFields>(customFieldsPath(key), { signal }),
    staleTime: 60_000,
  });
}

/** A project's custom fields, archived ones too; none until they are known, and with an older api. */
export function useCustomFields(key: string): readonly CustomField[] {
  return useQuery(customFieldsQuery(key)).data?.fields ?? none;
}
