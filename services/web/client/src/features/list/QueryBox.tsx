import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { QueryFault } from "~/shared/api/problem";
import { useKeys } from "~/shared/keys/useKeys";
import { IconButton } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { QueryChoices } from "./QueryChoices";
import { QueryMarks } from "./QueryMarks";
import { useCompletions } from "./useCompletions";
import "./query.css";

type QueryBoxProps = {
  project: string;
  query: string;
  fault: QueryFault | null;
  onQuery: (query: string) => void;
};

/** The field for queries: "/" leads to it, it names what may come next, and Enter asks; a fault is underlined. */
export function QueryBox({ project, query, fault, onQuery }: QueryBoxProps) {
  const [draft, setDraft] = useState(query);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const { items, position, length } = useCompletions(project, draft, caret);
  const current = items[active];
  const shownFault = fault && draft === query ? fault : null;

  useKeys({ "/": () => field.current?.focus() });
  useEffect(() => setDraft(query), [query]);

  const write = (text: string, place: number | null) => {
    setDraft(text);
    setCaret(place);
    setActive(-1);
  };
  const pick = (text: string) => {
    const before = `${draft.slice(0, position)}${text} `;
    write(before + draft.slice(position + length).trimStart(), before.length);
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
    field.current?.focus();
  };
  const send = (text: string) => {
    write(text, null);
    onQuery(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length > 0) setActive((active + step + items.length) % items.length);
    else if (event.key === "Enter") current ? pick(current.text) : send(draft);
    else if (event.key === "Escape" && items.length > 0) setCaret(null);
    else if (event.key === "Escape") field.current?.blur();
    else return;
    event.preventDefault();
  };
  return (
    <div className="query">
      <div className="query-box" data-wrong={shownFault !== null || undefined}>
        <Icon name="search" />
        <QueryMarks field={field} text={draft} fault={shownFault} />
        <input
          ref={field}
          className="input"
          role="combobox"
          aria-label="Query"
          aria-keyshortcuts="/"
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={`${id}-choices`}
          aria-activedescendant={current ? `${id}-${active}` : undefined}
          aria-invalid={shownFault !== null}
          aria-describedby={shownFault ? `${id}-fault` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={2000}
          placeholder="type = bug AND assignee = me ORDER BY updated DESC"
          value={draft}
          onChange={({ target }) => write(target.value, target.selectionStart)}
          onClick={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onFocus={({ target }) => setCaret(target.selectionStart)}
          onBlur={() => setCaret(null)}
          onKeyDown={onKeyDown}
        />
        {draft ? <IconButton icon="close" label="Clear the query" onClick={() => send("")} /> : <kbd>/</kbd>}
        <QueryChoices id={id} items={items} active={active} onPick={pick} />
      </div>
      {shownFault ? (
        <p id={`${id}-fault`} className="query-fault" role="alert">
          {shownFault.detail}
        </p>
      ) : null}
    </div>
  );
}
