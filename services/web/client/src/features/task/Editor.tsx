import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { MentionArea } from "~/shared/domain/MentionArea";
import { Button } from "~/shared/ui/Button";
import { Markdown } from "~/shared/ui/Markdown";
import { useFilesInText } from "./attachHere";
import { type Draft, isChanged } from "./drafts";

type EditorProps = {
  project: string;
  draft: Draft;
  newest: string | null;
  onDraft: (draft: Draft) => void;
  onSave: () => void;
  onCancel: () => void;
};

/** The source of a description with its preview; beside it the newest version when somebody else changed it. */
export function Editor({ project, draft, newest, onDraft, onSave, onCancel }: EditorProps) {
  const [preview, setPreview] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!preview) area.current?.focus();
  }, [preview]);
  const files = useFilesInText(area, (text) => onDraft({ ...draft, text }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave();
    else if (event.key === "Escape" && !isChanged(draft)) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className="task-description" aria-label="Description" onKeyDown={onKeyDown}>
      <div className="task-section-head">
        <h2>Description</h2>
        <div className="switch">
          <button type="button" aria-pressed={!preview} onClick={() => setPreview(false)}>
            Write
          </button>
          <button type="button" aria-pressed={preview} onClick={() => setPreview(true)}>
            Preview
          </button>
        </div>
      </div>
      {preview ? (
        <div className="task-preview">
          {draft.text.trim() ? (
            <Markdown source={draft.text} />
          ) : (
            <p className="task-none">Nothing to preview.</p>
          )}
        </div>
      ) : (
        <MentionArea
          project={project}
          fieldRef={area}
          className="task-source"
          aria-label="Description in Markdown"
          value={draft.text}
          {...files}
          onText={(text) => onDraft({ ...draft, text })}
        />
      )}
      {newest === null ? null : (
        <details className="task-newest">
          <summary>Somebody else changed the description meanwhile. Show theirs</summary>
          <Markdown source={newest} />
        </details>
      )}
      <div className="task-editor-actions">
        <span className="field-hint">Markdown: **bold**, `code`, - [ ] task, | table |, @name</span>
        <Button onClick={onCancel}>Discard</Button>
        <Button look="primary" onClick={onSave}>
          Save
        </Button>
      </div>
    </section>
  );
}
