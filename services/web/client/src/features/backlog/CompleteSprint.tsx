import { type FormEvent, useState } from "react";
import type { Sprint } from "~/shared/api/generated/api";
import { reasonOf } from "~/shared/api/problem";
import { sprintsPath } from "~/shared/api/sprints";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field, Select } from "~/shared/ui/Field";
import { Notice } from "~/shared/ui/Notice";
import { useBacklog } from "./BacklogContext";
import { amount, nameOf } from "./names";
import { backlogId } from "./queries";
import { loadOf, sumOf } from "./sections";
import { useSprintChanges } from "./useSprintChanges";

type CompleteSprintProps = { sprint: Sprint; onClose: () => void };

/** The dialog that completes a sprint: what was done stays, and the rest goes where it is told. */
export function CompleteSprint({ sprint, onClose }: CompleteSprintProps) {
  const { project, sections, statuses } = useBacklog();
  const others = sections.filter(({ id }) => id !== sprint.id);
  const planned = others.find((section) => section.sprint?.state === "planned");
  const [target, setTarget] = useState(planned?.id ?? backlogId);
  const change = useSprintChanges(project, onClose);
  const load = loadOf(sections.find(({ id }) => id === sprint.id)?.tasks ?? [], statuses);
  const rest = sumOf({ ...load, done: { tasks: 0, points: 0 } });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = target === backlogId || rest.tasks === 0 ? {} : { carryOverTo: target };
    change.mutate([{ method: "POST", path: `${sprintsPath(project, sprint.id)}/complete`, body }]);
  };
  return (
    <Dialog title={`Complete sprint: ${sprint.name}`} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        {change.isError ? <Notice>{reasonOf(change.error)}</Notice> : null}
        <dl className="backlog-outcome">
          <div>
            <dt>Done</dt>
            <dd>{amount(load.done)}</dd>
          </div>
          <div>
            <dt>Not done</dt>
            <dd>{amount(rest)}</dd>
          </div>
        </dl>
        {rest.tasks > 0 ? (
          <Field label="What is not done goes to" hint="What is done stays in the sprint.">
            {(wiring) => (
              <Select {...wiring} value={target} onChange={(event) => setTarget(event.target.value)}>
                {others.map((section) => (
                  <option key={section.id} value={section.id}>
                    {nameOf(section)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : null}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" data-autofocus busy={change.isPending}>
            Complete sprint
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
