import { type DragEvent, type ReactNode, useState } from "react";
import type { Task } from "~/shared/api/generated/api";
import { classes } from "~/shared/ui/classes";
import { AttachContext } from "./attachHere";
import { useAttachments } from "./attachments";
import { useSendFiles } from "./uploads";
import "./attachments.css";

type AttachAreaProps = { task: Task; readOnly: boolean; children: ReactNode };

/** Takes files that are dropped anywhere on a task, and lets what is inside attach files too. */
export function AttachArea({ task, readOnly, children }: AttachAreaProps) {
  const [isOver, setIsOver] = useState(false);
  const { send } = useSendFiles(task.key);
  const { isMissing } = useAttachments(task.key);
  const isOpen = !readOnly && !isMissing;
  const onDragOver = (event: DragEvent) => {
    if (!isOpen || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    setIsOver(true);
  };
  const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setIsOver(false);
  };
  const onDrop = (event: DragEvent) => {
    const files = [...event.dataTransfer.files];
    if (!isOpen || files.length === 0) return;
    event.preventDefault();
    send(files);
  };
  return (
    <AttachContext value={isOpen ? { task: task.key, send } : null}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button "Attach files" */}
      <div
        className={classes("task", isOver && "task-takes-files")}
        onDragOver={onDragOver}
        onDragLeave={onDragLeave}
        onDropCapture={() => setIsOver(false)}
        onDrop={onDrop}
      >
        {children}
      </div>
    </AttachContext>
  );
}
