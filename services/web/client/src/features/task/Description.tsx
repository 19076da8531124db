import { useEffect, useRef, useState } from "react";
import type { Task } from "~/shared/api/generated/api";
import { IconButton } from "~/shared/ui/Button";
import { Markdown } from "~/shared/ui/Markdown";
import { type Draft, isChanged, readDraft, writeDraft } from "./drafts";
import { Editor } from "./Editor";
import type { TaskOnScreen } from "./useTask";

type DescriptionProps = { task: Task; readOnly: boolean; change: TaskOnScreen["change"]; editKey: number };

/** A task's description: Markdown to read, or its source to edit with a preview. What is typed is kept until saved. */
export function Description({ task, readOnly, change, editKey }: DescriptionProps) {
  const [draft, setDraft] = useState<Draft | null>(() => (readOnly ? null : readDraft(task.key)));
  const keep = (next: Draft | null) => {
    setDraft(next);
    writeDraft(task.key, next && isChanged(next) ? next : null);
  };
  const edit = () => keep({ text: task.description, base: task.description });
  const begin = useRef(edit);
  begin.current = edit;
  useEffect(() => {
    if (editKey > 0) begin.current();
  }, [editKey]);

  // A draft saved over somebody else's text arrives as the task's own.
  const arrived = draft !== null && isChanged(draft) && draft.text === task.description;
  useEffect(() => {
    if (!arrived) return;
    setDraft(null);
    writeDraft(task.key, null);
  }, [arrived, task.key]);

  if (draft && !readOnly) {
    const save = async () => {
      const base = { ...task, description: draft.base };
      if (!isChanged(draft) || (await change({ description: draft.text }, base))) keep(null);
    };
    return (
      <Editor
        project={task.projectKey}
        draft={draft}
        newest={task.description === draft.base ? null : task.description}
        onDraft={keep}
        onSave={() => void save()}
        onCancel={() => keep(null)}
      />
    );
  }
  return (
    <section className="task-description" aria-label="Description">
      <div className="task-section-head">
        <h2>Description</h2>
        {readOnly ? null : <IconButton icon="edit" label="Edit description" keys="E" onClick={edit} />}
      </div>
      {task.description.trim() ? (
        <Markdown source={task.description} />
      ) : readOnly ? (
        <p className="task-none">No description.</p>
      ) : (
        <button type="button" className="task-none task-add" onClick={edit}>
          Add a description…
        </button>
      )}
    </section>
  );
}
