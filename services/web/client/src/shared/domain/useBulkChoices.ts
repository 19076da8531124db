import { useQuery } from "@tanstack/react-query";
import { useCustomFields } from "~/shared/api/customFields";
import { usePeople } from "~/shared/api/people";
import { projectQuery } from "~/shared/api/projects";
import { openSprintsQuery } from "~/shared/api/sprints";
import { useMayGo } from "~/shared/api/workflow";
import { nextChoices, useAssigneeChoices } from "./choices";

/** What tasks of a project that have some statuses can all be given. */
export function useBulkChoices(project: string, from: readonly string[]) {
  const known = useQuery(projectQuery(project)).data?.statuses ?? [];
  return {
    statuses: nextChoices(known, from, useMayGo(project)),
    assignees: useAssigneeChoices(project),
    sprints: useQuery(openSprintsQuery(project)).data ?? [],
    fields: useCustomFields(project),
    people: usePeople(),
  };
}
