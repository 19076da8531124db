import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { type Command, currentCommands, type Step } from "~/shared/commands/registry";
import { Dialog } from "~/shared/ui/Dialog";
import { Icon } from "~/shared/ui/Icon";
import { matches } from "./matches";
import { PaletteList } from "./PaletteList";
import "./palette.css";

type PaletteProps = { start: Step | null; typed: (text: string) => Command[]; onClose: () => void };

/** Everything that can be done, by typing a part of its name; focus stays in the field while the choice moves. */
export function Palette({ start, typed, onClose }: PaletteProps) {
  const [root] = useState<Step>(() => ({ title: "Commands", items: currentCommands(), typed }));
  const [steps, setSteps] = useState<readonly Step[]>(start ? [start] : [root]);
  const [text, setText] = useState("");
  const step = steps[steps.length - 1] ?? root;
  const [active, setActive] = useState(start ? placeOfChecked(start) : 0);
  const groups = useMemo(() => matches(step, text), [step, text]);
  const shown = groups.flatMap(({ commands }) => commands);
  const at = Math.min(active, shown.length - 1);
  const current = shown[at];
  const list = useId();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (current) document.getElementById(`${list}-${current.id}`)?.scrollIntoView?.({ block: "nearest" });
  }, [list, current]);

  const show = (next: readonly Step[]) => {
    const last = next[next.length - 1];
    setSteps(next);
    setText("");
    setActive(last && last !== root ? placeOfChecked(last) : 0);
  };
  const pick = (command: Command) => {
    field.current?.focus();
    if (command.next) return show([...steps, command.next()]);
    onClose();
    command.run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = Math.max(1, shown.length);
    if (event.key === "ArrowDown") setActive((at + 1) % count);
    else if (event.key === "ArrowUp") setActive((at - 1 + count) % count);
    else if (event.key === "PageDown") setActive(Math.min(count - 1, at + 8));
    else if (event.key === "PageUp") setActive(Math.max(0, at - 8));
    else if (event.key === "Enter" && current) pick(current);
    else if (event.key === "Backspace" && text === "" && steps.length > 1) show(steps.slice(0, -1));
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={step.title} className="palette" bare onClose={onClose}>
      <div className="palette-field">
        {step === root ? <Icon name="search" /> : <span className="palette-step">{step.title}</span>}
        <input
          ref={field}
          data-autofocus
          role="combobox"
          aria-label={step.title}
          aria-expanded="true"
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${list}-${current.id}` : undefined}
          placeholder={step === root ? "Type a command, or a task's key" : (step.asks ?? "Type to find")}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <PaletteList
        id={list}
        label={step.title}
        groups={groups}
        current={current}
        none={step.fault?.(text.trim()) ?? "Nothing is called that."}
        onPick={pick}
        onPoint={(command) => setActive(shown.indexOf(command))}
      />
    </Dialog>
  );
}

function placeOfChecked(step: Step): number {
  return Math.max(
    0,
    step.items.findIndex((command) => command.checked),
  );
}
