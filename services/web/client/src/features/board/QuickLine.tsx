import { type FormEvent, type KeyboardEvent, useEffect, useRef } from "react";
import { emptyDraft, type NewTaskDraft, readDraft } from "~/shared/domain/newTask";
import { QuickTitle } from "~/shared/domain/QuickTitle";
import { useQuickAdd } from "~/shared/domain/useQuickAdd";
import { newKey } from "~/shared/lib/newKey";
import { Button, IconButton } from "~/shared/ui/Button";
import { useBoard } from "./BoardContext";
import { fieldsOf, type Lane } from "./lanes";
import type { Attempt, NewLine } from "./newLine";
import { QuickSets } from "./QuickSets";

type QuickLineProps = {
  where: string;
  statusId: string;
  lane: Lane | null;
  line: NewLine;
  /** Whether the line was just asked for here. */
  takesFocus: boolean;
  change: (to: (line: NewLine) => Partial<NewLine>) => unknown;
  add: (attempt: Attempt) => void;
};

/** A line in which tasks are written one after another: Enter adds, Escape closes and keeps what is typed. */
export function QuickLine({ where, statusId, lane, line, takesFocus, change, add }: QuickLineProps) {
  const { project } = useBoard();
  const form = useRef<HTMLFormElement>(null);
  const { text, isLiteral, fault, refused } = line;
  const given: ReturnType<typeof fieldsOf> = lane ? fieldsOf(lane) : {};
  const { parentKey, assigneeId = null, priority = emptyDraft.priority } = given;
  const draft: NewTaskDraft = { ...emptyDraft, assigneeId, priority, statusId, title: text };
  const { quick, filled } = useQuickAdd(draft, project, isLiteral);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a line that opens takes the focus
  useEffect(() => {
    if (takesFocus) form.current?.querySelector("input")?.focus();
  }, []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    const { body, faults } = readDraft({ ...filled, title: quick.title }, []);
    const [first] = faults.values();
    if (first) {
      change(() => ({ fault: first }));
      return;
    }
    change(() => ({ text: "", isLiteral: false, fault: null, refused: null }));
    const attempt: Attempt = {
      id: newKey("task"),
      text,
      isLiteral,
      title: quick.title,
      body: parentKey ? { ...body, parentKey } : body,
      fault: null,
    };
    add(refused?.text === text && refused.isLiteral === isLiteral ? refused : attempt);
  };
  const close = () => change(() => ({ isOpen: false }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <form ref={form} className="quick-line" onSubmit={submit} onKeyDown={onKeyDown}>
      <QuickTitle
        label={`New task in ${where}`}
        value={text}
        quick={quick}
        sets={<QuickSets quick={quick} draft={filled} />}
        error={fault ?? undefined}
        onChange={(title) => change(() => ({ text: title, fault: null }))}
        onKeepWords={() => change(() => ({ isLiteral: true }))}
      />
      <span className="quick-actions">
        <Button type="submit" look="primary">
          Add
        </Button>
        <IconButton icon="close" label="Close the line" keys="Esc" onClick={close} />
      </span>
    </form>
  );
}
