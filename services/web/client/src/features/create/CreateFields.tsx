import type { Project } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
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
import type { NewTaskDraft } from "~/shared/domain/newTask";
import { Avatar } from "~/shared/ui/Avatar";
import { Picker } from "~/shared/ui/Picker";

type CreateFieldsProps = {
  draft: NewTaskDraft;
  project: Project;
  projects: readonly Project[];
  onChange: (part: Partial<NewTaskDraft>) => void;
};

/** The fields of a new task beside its text, as a row of chips. */
export function CreateFields({ draft, project, projects, onChange }: CreateFieldsProps) {
  const assignees = useAssigneeChoices(project.key);
  const assignee = usePeople().get(draft.assigneeId ?? "");
  const status =
    project.statuses.find((item) => item.id === draft.statusId) ??
    project.statuses.find((item) => item.category === "todo") ??
    project.statuses[0];
  return (
    <div className="create-fields">
      <Picker
        label="Project"
        className="create-chip"
        value={project.key}
        choices={projects.map(({ key, name }) => ({ value: key, label: name, hint: key }))}
        onPick={(key) => onChange({ project: key, statusId: undefined, assigneeId: null })}
      >
        <span className="create-key">{project.key}</span>
      </Picker>
      <Picker
        label="Status"
        className="create-chip"
        value={status?.id ?? null}
        choices={statusChoices(project.statuses)}
        onPick={(statusId) => onChange({ statusId })}
      >
        {status ? <StatusGlyph category={status.category} /> : null}
        {status?.name}
      </Picker>
      <Picker
        label="Type"
        className="create-chip"
        value={draft.type}
        choices={typeChoices}
        onPick={(type) => onChange({ type })}
      >
        <TypeGlyph type={draft.type} />
        {typeNames[draft.type]}
      </Picker>
      <Picker
        label="Priority"
        className="create-chip"
        value={draft.priority}
        choices={priorityChoices}
        onPick={(priority) => onChange({ priority })}
      >
        <PriorityGlyph priority={draft.priority} />
        {priorityNames[draft.priority]}
      </Picker>
      <Picker
        label="Assignee"
        className="create-chip"
        value={draft.assigneeId ?? nobody}
        choices={assignees}
        filterable
        onPick={(id) => onChange({ assigneeId: id === nobody ? null : id })}
      >
        <Avatar user={assignee} size={18} />
        {assignee?.name ?? "Assignee"}
      </Picker>
      <input
        className="create-chip create-points"
        aria-label="Points"
        placeholder="Points"
        inputMode="decimal"
        autoComplete="off"
        value={draft.points}
        onChange={(event) => onChange({ points: event.target.value })}
      />
      <input
        type="date"
        className="create-chip"
        aria-label="Due date"
        title="Due date"
        max="9999-12-31"
        value={draft.dueDate}
        onChange={(event) => onChange({ dueDate: event.target.value })}
      />
      <div className="create-labels">
        <LabelsInput labels={draft.labels} onChange={(labels) => onChange({ labels })} />
      </div>
    </div>
  );
}
