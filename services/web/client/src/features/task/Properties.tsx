import { useQuery } from "@tanstack/react-query";
import type { Task, TaskPatch } from "~/shared/api/generated/api";
import { projectQuery } from "~/shared/api/projects";
import { useMayGo } from "~/shared/api/workflow";
import { nextChoices, priorityChoices, typeChoices } from "~/shared/domain/choices";
import { Day } from "~/shared/domain/Day";
import { PriorityGlyph, StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { LabelsInput } from "~/shared/domain/LabelsInput";
import { priorityNames, typeNames } from "~/shared/domain/names";
import { Person } from "~/shared/domain/Person";
import { Property } from "~/shared/domain/Property";
import { Picker } from "~/shared/ui/Picker";
import { CustomProperties } from "./CustomProperties";
import { Effort } from "./Effort";
import { Parent } from "./Parent";
import { SprintOf } from "./SprintOf";

type PropertiesProps = { task: Task; readOnly: boolean; onChange: (patch: TaskPatch) => void };

/** The fields of a task beside its text; each saves by itself. */
export function Properties({ task, readOnly, onChange }: PropertiesProps) {
  const statuses = useQuery(projectQuery(task.projectKey)).data?.statuses ?? [];
  const status = statuses.find((item) => item.id === task.statusId);
  return (
    <dl className="properties">
      <Property name="Status">
        <Picker
          label="Status"
          className="property"
          disabled={readOnly}
          value={task.statusId}
          choices={nextChoices(statuses, [task.statusId], useMayGo(task.projectKey))}
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
        <Person
          label="Assignee"
          id={task.assigneeId}
          projectKey={task.projectKey}
          readOnly={readOnly}
          onPerson={(assigneeId) => onChange({ assigneeId })}
        />
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
      <Effort task={task} readOnly={readOnly} onChange={onChange} />
      <Property name="Start">
        <Day
          label="Start date"
          day={task.startDate}
          readOnly={readOnly}
          onDay={(startDate) => onChange({ startDate })}
        />
      </Property>
      <Property name="Due">
        <Day
          label="Due date"
          day={task.dueDate}
          min={task.startDate}
          readOnly={readOnly}
          onDay={(dueDate) => onChange({ dueDate })}
        />
      </Property>
      <Property name="Labels">
        <LabelsInput labels={task.labels} disabled={readOnly} onChange={(labels) => onChange({ labels })} />
      </Property>
      <CustomProperties task={task} readOnly={readOnly} onChange={onChange} />
    </dl>
  );
}
