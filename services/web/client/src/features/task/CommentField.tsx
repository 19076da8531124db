import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { MentionArea } from "~/shared/domain/MentionArea";
import { useFilesInText } from "./attachHere";
import "./comments.css";

type CommentFieldProps = {
  project: string;
  label: string;
  text: string;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  onText: (text: string) => void;
  onSend: () => void;
  onEscape: () => void;
  children: ReactNode;
};

/** Where a comment is typed, in Markdown; below it the buttons. Ctrl Enter sends. */
export function CommentField(props: CommentFieldProps) {
  const { project, label, text, fieldRef, onText, onSend, onEscape, children } = props;
  const files = useFilesInText(fieldRef, onText);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
    else if (event.key === "Escape") onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="comment-field">
      <MentionArea
        project={project}
        fieldRef={fieldRef}
        className="comment-text"
        aria-label={label}
        placeholder={`${label}…`}
        value={text}
        onText={onText}
        onKeyDown={onKeyDown}
        {...files}
      />
      <div className="task-editor-actions">
        <span className="field-hint">Markdown: **bold**, `code`, - list, @name. Ctrl Enter sends</span>
        {children}
      </div>
    </div>
  );
}
