import { useQuery } from "@tanstack/react-query";
import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { openSprintsQuery } from "~/shared/api/sprints";
import { type Choice, Picker } from "~/shared/ui/Picker";

type SprintOfProps = { task: Task; readOnly: boolean; onChange: (patch: TaskPatch) => void };

const none: Choice<string> = { value: "none", label: "None" };

/** The sprint that a task is in; what is done in a completed one stays there. */
export function SprintOf({ task, readOnly, onChange }: SprintOfProps) {
  const open = useQuery(openSprintsQuery(task.projectKey)).data ?? [];
  // a server of before knows no sprints
  const sprint = task.sprint ?? null;
  const past = sprint && !open.some(({ id }) => id === sprint.id) ? [sprint] : [];
  const choices = [
    none,
    ...[...open, ...past].map(({ id, name, state }) => ({ value: id, label: name, hint: state })),
  ];
  const value = sprint?.id ?? none.value;
  return (
    <Picker
      label="Sprint"
      className="property"
      disabled={readOnly}
      value={value}
      choices={choices}
      onPick={(id) => {
        if (id !== value) onChange({ sprintId: id === none.value ? null : id });
      }}
    >
      <span className={sprint ? "property-text" : "task-none"}>{sprint?.name ?? none.label}</span>
      {sprint?.addedAfterStart ? <span className="property-note">added after start</span> : null}
    </Picker>
  );
}
