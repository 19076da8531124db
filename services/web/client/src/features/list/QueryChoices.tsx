import { useEffect } from "react";
import type { CompletionItem } from "~/shared/api/generated/api";

type QueryChoicesProps = {
  id: string;
  items: readonly CompletionItem[];
  active: number;
  onPick: (text: string) => void;
};

/** What may come next in a query; the focus stays in the field. */
export function QueryChoices({ id, items, active, onPick }: QueryChoicesProps) {
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: "nearest" });
  }, [id, active]);
  return (
    <div
      id={`${id}-choices`}
      className="query-choices choices"
      role="listbox"
      aria-label="What may come next"
      hidden={items.length === 0}
    >
      {items.map(({ kind, text }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
        <div
          key={`${kind} ${text}`}
          id={`${id}-${index}`}
          className="choice"
          role="option"
          aria-selected={index === active}
          data-active={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(text)}
        >
          <span className="choice-text">{text}</span>
          <span className="choice-hint">{kind}</span>
        </div>
      ))}
    </div>
  );
}
