import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { caretPlace } from "~/shared/lib/caretPlace";
import type { Choice } from "~/shared/ui/Picker";
import { Popover } from "~/shared/ui/Popover";

type MentionChoicesProps = {
  id: string;
  area: RefObject<HTMLTextAreaElement | null>;
  from: number;
  people: readonly Choice<string>[];
  current: Choice<string>;
  onGo: (person: Choice<string>) => void;
  onPick: (person: Choice<string>) => void;
  onClose: () => void;
};

/** Who may be meant, beside the `@`; the focus stays in the field. */
export function MentionChoices({
  id,
  area,
  from,
  people,
  current,
  onGo,
  onPick,
  onClose,
}: MentionChoicesProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    document.getElementById(`${id}-${current.value}`)?.scrollIntoView?.({ block: "nearest" });
  }, [id, current]);
  return (
    <>
      <Anchor anchor={anchor} area={area} from={from} />
      <Popover anchor={anchor} onClose={onClose}>
        <div
          id={id}
          role="listbox"
          aria-label="People to mention"
          className="choices mention-choices"
          onMouseDown={(event) => event.preventDefault()}
        >
          {people.map((person) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (active descendant)
            <div
              key={person.value}
              id={`${id}-${person.value}`}
              role="option"
              aria-selected={person === current}
              data-active={person === current}
              className="choice"
              onMouseMove={() => onGo(person)}
              onClick={() => onPick(person)}
            >
              {person.icon}
              <span className="choice-text">{person.label}</span>
              {person.hint ? <span className="choice-hint">{person.hint}</span> : null}
            </div>
          ))}
        </div>
      </Popover>
    </>
  );
}

type AnchorProps = {
  anchor: RefObject<HTMLSpanElement | null>;
  area: RefObject<HTMLTextAreaElement | null>;
  from: number;
};

/** Stands where the `@` does. A part of its own, before the popover, so that it is there when that is placed. */
function Anchor({ anchor, area, from }: AnchorProps) {
  useLayoutEffect(() => {
    if (!area.current || !anchor.current) return;
    const { left, top, height } = caretPlace(area.current, from);
    Object.assign(anchor.current.style, { left: `${left}px`, top: `${top}px`, height: `${height}px` });
  }, [anchor, area, from]);
  return <span ref={anchor} className="mention-anchor" />;
}
