import { type FormEvent, useState } from "react";
import type { Sprint } from "~/shared/api/generated/api";
import { fieldError, reasonOf } from "~/shared/api/problem";
import { sprintsPath } from "~/shared/api/sprints";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field, TextArea, TextInput } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { useBacklog } from "./BacklogContext";
import { LoadBar } from "./LoadBar";
import { loadOf } from "./sections";
import { draftOf, faultsOf, type SprintDraft, toSprint } from "./sprintDraft";
import { useSprintChanges } from "./useSprintChanges";

type SprintFormProps = { what: "new" | "edit" | "start"; sprint: Sprint | null; onClose: () => void };

const words = {
  new: { title: "New sprint", action: "Create sprint" },
  edit: { title: "Edit sprint", action: "Save" },
  start: { title: "Start sprint", action: "Start sprint" },
};

/** The dialog that plans, changes or starts a sprint; what is in it when it starts is the commitment. */
export function SprintForm({ what, sprint: asked, onClose }: SprintFormProps) {
  const { project, sections, statuses } = useBacklog();
  const sprint = sections.find(({ id }) => id === asked?.id)?.sprint ?? asked;
  const others = sections.flatMap((section) => section.sprint ?? []);
  const [draft, setDraft] = useState(() => draftOf(sprint, others));
  const [checked, setChecked] = useState(false);
  const change = useSprintChanges(project, onClose);
  const faults = faultsOf(draft, what === "start" || sprint?.state === "active");
  const tasks = sections.find(({ id }) => id === sprint?.id)?.tasks ?? [];
  const capacity = toSprint(draft).capacity ?? null;

  const errorOf = (field: keyof SprintDraft) =>
    (checked ? faults[field] : undefined) ?? fieldError(change.error, field);
  const wiringOf = (field: keyof SprintDraft) => ({
    value: draft[field],
    onChange: ({ target }: { target: { value: string } }) =>
      setDraft((before) => ({ ...before, [field]: target.value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faults).length > 0 || change.isPending) return;
    const body = toSprint(draft);
    if (!sprint) return change.mutate([{ method: "POST", path: sprintsPath(project), body }]);
    const path = sprintsPath(project, sprint.id);
    const save = { method: "PATCH", path, body, version: sprint.version } as const;
    change.mutate(what === "start" ? [save, { method: "POST", path: `${path}/start` }] : [save]);
  };

  const field = (name: keyof SprintDraft, label: string, type = "text") => (
    <Field label={label} error={errorOf(name)}>
      {(wiring) => <TextInput {...wiring} {...wiringOf(name)} type={type} />}
    </Field>
  );
  const isKnown = (["name", "startsOn", "endsOn", "capacity"] as const).some((name) => errorOf(name));
  return (
    <Dialog title={sprint ? `${words[what].title}: ${sprint.name}` : words[what].title} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {change.isError && !isKnown ? <Notice>{reasonOf(change.error)}</Notice> : null}
        {what === "start" ? (
          <div className="backlog-commitment">
            <p>What is in it now becomes its commitment:</p>
            <LoadBar load={loadOf(tasks, statuses)} capacity={capacity} />
          </div>
        ) : null}
        {field("name", "Name")}
        <div className="backlog-fields">
          {field("startsOn", "First day", "date")}
          {field("endsOn", "Last day", "date")}
          {field("capacity", "Capacity in points")}
        </div>
        <Field label="Goal (optional)" error={errorOf("goal")}>
          {(wiring) => (
            <TextArea
              {...wiring}
              {...wiringOf("goal")}
              maxLength={2000}
              placeholder="What will be true afterwards?"
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            look="primary"
            busy={change.isPending}
            data-autofocus={what === "start" || undefined}
          >
            {words[what].action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
