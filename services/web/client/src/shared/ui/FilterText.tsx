import { useEffect, useRef, useState } from "react";
import { useKeys } from "~/shared/keys/useKeys";
import { IconButton } from "./Button";
import { Icon } from "./Icon";
import "./filter.css";

const settle = 220;

type FilterTextProps = { text: string; onText: (text: string) => void; hasKey?: boolean };

/** The text field of a filter bar; "/" leads to it unless another field has that key, and what is typed counts once the typing pauses. */
export function FilterText({ text, onText, hasKey = true }: FilterTextProps) {
  const [draft, setDraft] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  const send = useRef(onText);
  send.current = onText;
  useKeys(hasKey ? { "/": () => field.current?.focus() } : {});
  useEffect(() => setDraft(text), [text]);
  useEffect(() => {
    if (draft === text) return;
    const timer = setTimeout(() => send.current(draft), settle);
    return () => clearTimeout(timer);
  }, [draft, text]);
  return (
    <div className="filter-text">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        className="input"
        aria-label="Filter by title"
        aria-keyshortcuts={hasKey ? "/" : undefined}
        placeholder="Filter by title"
        value={draft}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setDraft("");
          field.current?.blur();
        }}
      />
      {draft ? (
        <IconButton icon="close" label="Clear the text" onClick={() => setDraft("")} />
      ) : hasKey ? (
        <kbd>/</kbd>
      ) : null}
    </div>
  );
}
