import { useCustomFields } from "~/shared/api/customFields";
import type { TaskPatch } from "~/shared/api/generated/api";
import type { TaskConflict } from "~/shared/api/saveTask";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import type { TaskOnScreen } from "./useTask";

const fieldNames: Record<Exclude<keyof TaskPatch, "customFields">, string> = {
  title: "title",
  description: "description",
  statusId: "status",
  type: "type",
  priority: "priority",
  assigneeId: "assignee",
  points: "points",
  estimateMinutes: "estimate",
  labels: "labels",
  startDate: "start date",
  dueDate: "due date",
  parentKey: "parent",
  sprintId: "sprint",
};

/** Tells that somebody else changed the same field meanwhile, and lets the person choose. */
export function ConflictNotice({ conflict, screen }: { conflict: TaskConflict; screen: TaskOnScreen }) {
  const { change, settleConflict } = screen;
  const { patch, latest } = conflict;
  const fields = useCustomFields(latest.data.projectKey);
  const { customFields = {}, ...builtIn } = patch;
  const names = [
    ...Object.keys(builtIn).map((field) => new Map(Object.entries(fieldNames)).get(field) ?? field),
    ...Object.keys(customFields).map((id) => fields.find((field) => field.id === id)?.name ?? "custom field"),
  ];
  return (
    <Notice
      tone="warn"
      actions={
        <>
          <Button onClick={() => settleConflict(true)}>Load the newest</Button>
          <Button
            onClick={() => {
              settleConflict(false);
              void change(patch, latest.data);
            }}
          >
            Save mine over it
          </Button>
        </>
      }
    >
      Somebody else changed the {names.join(" and ")} meanwhile. Yours was not saved, and what you typed is
      still here.
    </Notice>
  );
}
