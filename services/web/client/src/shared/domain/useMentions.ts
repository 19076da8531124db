import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { matching, mentionOf, type Typed, typedAt } from "~/shared/lib/mentions";
import type { Choice } from "~/shared/ui/Picker";
import { nobody, useAssigneeChoices } from "./choices";

const most = 8;

/** Completes people's names in a field of Markdown, from an `@` on; what is chosen is written as a mention. */
export function useMentions(
  area: RefObject<HTMLTextAreaElement | null>,
  project: string,
  onText: (text: string) => void,
) {
  const [typed, setTyped] = useState<Typed | null>(null);
  const [refused, setRefused] = useState(-1);
  const [active, setActive] = useState(0);
  const id = useId();
  const members = useAssigneeChoices(project).filter(({ value }) => value !== nobody);
  // Oneself last: it is others whom one calls.
  const people = [...members.filter(({ hint }) => !hint), ...members.filter(({ hint }) => hint)];
  const shown = typed && typed.from !== refused ? matching(people, typed.words).slice(0, most) : [];
  const current = shown[Math.min(active, shown.length - 1)];

  const read = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    const next = selectionStart === selectionEnd ? typedAt(value, selectionStart) : null;
    if (next?.words !== typed?.words) setActive(0);
    if (next?.from !== refused) setRefused(-1);
    setTyped(next);
  };
  const leave = () => setTyped(null);
  const close = () => setRefused(typed?.from ?? -1);
  const pick = ({ value, label }: Choice<string>) => {
    const field = area.current;
    if (!field || !typed) return;
    const end = typed.from + 1 + typed.words.length;
    const rest = field.value.slice(end);
    const mention = mentionOf({ id: value, name: label });
    field.setRangeText(/^\s/.test(rest) ? mention : `${mention} `, typed.from, end, "end");
    setTyped(null);
    onText(field.value);
    field.focus();
  };
  /** Answers whether a key was for the people who are offered. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (!current || event.nativeEvent.isComposing) return false;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((shown.indexOf(current) + step + shown.length) % shown.length);
    else if (event.key === "Enter" || event.key === "Tab") pick(current);
    else if (event.key === "Escape") close();
    else return false;
    return true;
  };
  const go = (person: Choice<string>) => setActive(shown.indexOf(person));
  return {
    id,
    shown,
    current,
    from: typed?.from ?? 0,
    isOpen: typed !== null,
    read,
    pick,
    close,
    leave,
    go,
    onKey,
  };
}
