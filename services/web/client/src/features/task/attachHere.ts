import { createContext, type RefObject, type SyntheticEvent, useContext, useRef } from "react";
import type { Attachment } from "~/shared/api/generated/api";
import { markdownOf } from "./attachments";

type AttachHere = {
  task: string;
  send: (files: readonly File[], onDone?: (added: Attachment) => void) => void;
};

/** How the parts of a task on screen attach files to it; null where that is not possible. */
export const AttachContext = createContext<AttachHere | null>(null);

/** Handlers for a field of Markdown: files that are pasted or dropped are attached, and named where the cursor is. */
export function useFilesInText(area: RefObject<HTMLTextAreaElement | null>, onText: (text: string) => void) {
  const here = useContext(AttachContext);
  const newest = useRef(onText);
  newest.current = onText;
  const take = (event: SyntheticEvent, files: File[]) => {
    if (!here || files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    here.send(files, (added) => {
      const field = area.current;
      // A field that was closed meanwhile takes no more: the file is in the task's list.
      if (!field) return;
      field.setRangeText(markdownOf(here.task, added), field.selectionStart, field.selectionEnd, "end");
      newest.current(field.value);
    });
  };
  return {
    onPaste: (event: React.ClipboardEvent) => {
      // Spreadsheets add a picture to what they copy: the text is meant.
      if (!event.clipboardData.types.includes("text/plain")) take(event, [...event.clipboardData.files]);
    },
    onDrop: (event: React.DragEvent) => take(event, [...event.dataTransfer.files]),
  };
}
