import { useState } from "react";
import type { Project } from "~/shared/api/generated/api";
import { Button } from "~/shared/ui/Button";
import { Section } from "~/shared/ui/Section";
import { StatusEditor } from "./StatusEditor";
import { StatusRow } from "./StatusRow";

type StatusesProps = { project: Project; readOnly: boolean };

/** The columns of a project's board with their limits, and the way to edit them. */
export function Statuses({ project, readOnly }: StatusesProps) {
  const [isEditing, setIsEditing] = useState(false);
  const edits = isEditing && !readOnly;
  return (
    <Section
      title="Statuses"
      note={
        edits
          ? "A status that has tasks, archived ones too, cannot be removed: give them another one first."
          : "The columns of the board. A limit says how many tasks should be in one: more are marked, never refused."
      }
      action={
        readOnly || edits ? null : (
          <Button icon="edit" onClick={() => setIsEditing(true)}>
            Edit statuses
          </Button>
        )
      }
    >
      {edits ? (
        <StatusEditor project={project} onClose={() => setIsEditing(false)} />
      ) : (
        <ul className="rows" aria-label="Statuses">
          {project.statuses.map((status) => (
            <StatusRow key={status.id} project={project.key} status={status} readOnly={readOnly} />
          ))}
        </ul>
      )}
    </Section>
  );
}
