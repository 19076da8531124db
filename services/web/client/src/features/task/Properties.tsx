import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { projectQuery } from "~/shared/api/projects";
import { usePeople } from "~/shared/api/users";
import { PriorityGlyph, StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { LabelsInput } from "~/shared/domain/LabelsInput";
import { nobody, priorityChoices, statusChoices, typeChoices, useAssigneeChoices } from "~/shared/domain/choices";
import { priorityNames, typeNames } from "~/shared/domain/names";
import { readPoints } from "~/shared/domain/points";
import { Avatar } from "~/shared/ui/Avatar";
import { Picker } from "~/shared/ui/Picker";

type PropertiesProps = { task: Task; readOnly: boolean; onChange: (patch: TaskPatch) => void };

/** The fields of a task beside its text; each saves by itself. */
export function Properties({ task, readOnly, onChange }: PropertiesProps) {
  const statuses = useQuery(projectQuery(task.projectKey)).data?.statuses ?? [];
  const status = statuses.find((item) => item.id === task.statusId);
  const assignees = useAssigneeChoices(task.projectKey);
  const assignee = usePeople().get(task.assigneeId ?? "");
  return (
    <dl className="properties">
      <Property name="Status">
        <Picker
          label="Status"
          className="property"
          disabled={readOnly}
          value={task.statusId}
          choices={statusChoices(statuses)}
          onPick={(statusId) => onChange({ statusId })}
        >
          {status ? <StatusGlyph category={status.category} /> : null}
          {status?.name ?? "…"}
        </Picker>
      </Property>
      <Property name="Type">
        <Picker
          label="Type"
          className="property"
          disabled={readOnly}
          value={task.type}
          choices={typeChoices}
          onPick={(type) => onChange({ type })}
        >
          <TypeGlyph type={task.type} />
          {typeNames[task.type]}
        </Picker>
      </Property>
      <Property name="Priority">
        <Picker
          label="Priority"
          className="property"
          disabled={readOnly}
          value={task.priority}
          choices={priorityChoices}
          onPick={(priority) => onChange({ priority })}
        >
          <PriorityGlyph priority={task.priority} />
          {priorityNames[task.priority]}
        </Picker>
      </Property>
      <Property name="Assignee">
        <Picker
          label="Assignee"
          className="property"
          disabled={readOnly}
          value={task.assigneeId ?? nobody}
          choices={assignees}
          filterable
          onPick={(id) => onChange({ assigneeId: id === nobody ? null : id })}
        >
          <Avatar user={assignee} />
          {assignee?.name ?? (task.assigneeId ? "Unknown person" : "Nobody")}
        </Picker>
      </Property>
      <Property name="Points">
        <Points task={task} readOnly={readOnly} onChange={onChange} />
      </Property>
      <Property name="Labels">
        <LabelsInput labels={task.labels} disabled={readOnly} onChange={(labels) => onChange({ labels })} />
      </Property>
    </dl>
  );
}

function Property({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="property-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Points({ task, readOnly, onChange }: PropertiesProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const saved = task.points === null ? "" : String(task.points);
  const typed = readPoints(draft ?? saved);
  const error = "error" in typed ? typed.error : undefined;
  const save = () => {
    if (draft === null || error) return;
    setDraft(null);
    if ("value" in typed && typed.value !== task.points) onChange({ points: typed.value });
  };
  return (
    <>
      <input
        className="property property-input"
        aria-label="Points"
        aria-invalid={error ? true : undefined}
        inputMode="decimal"
        placeholder="None"
        autoComplete="off"
        disabled={readOnly}
        value={draft ?? saved}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === "Enter") save();
          if (event.key !== "Escape" || draft === null) return;
          event.stopPropagation();
          setDraft(null);
        }}
      />
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}
