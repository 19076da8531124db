import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { projectQuery } from "~/shared/api/projects";
import {
  nobody,
  priorityChoices,
  statusChoices,
  typeChoices,
  useAssigneeChoices,
} from "~/shared/domain/choices";
import { PriorityGlyph, StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { LabelsInput } from "~/shared/domain/LabelsInput";
import { priorityNames, typeNames } from "~/shared/domain/names";
import { Avatar } from "~/shared/ui/Avatar";
import { Picker } from "~/shared/ui/Picker";
import { Day } from "./Day";
import { Parent } from "./Parent";
import { Points } from "./Points";
import { SprintOf } from "./SprintOf";

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
      {task.type === "epic" ? null : (
        <Property name="Parent">
          <Parent task={task} readOnly={readOnly} onChange={onChange} />
        </Property>
      )}
      {task.type === "epic" ? null : (
        <Property name="Sprint">
          <SprintOf task={task} readOnly={readOnly} onChange={onChange} />
        </Property>
      )}
      <Property name="Points">
        <Points task={task} readOnly={readOnly} onChange={onChange} />
      </Property>
      <Property name="Start">
        <Day task={task} field="startDate" readOnly={readOnly} onChange={onChange} />
      </Property>
      <Property name="Due">
        <Day task={task} field="dueDate" readOnly={readOnly} onChange={onChange} />
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
