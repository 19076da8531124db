import { type RefObject, useEffect, useRef } from "react";
import type { Status } from "~/shared/api/generated/api";
import { Icon } from "~/shared/ui/Icon";
import { useBoard } from "./BoardContext";
import { type Lane, laneRefusal } from "./lanes";
import { QuickAttempt } from "./QuickAttempt";
import { QuickLine } from "./QuickLine";
import { useNewLine } from "./useNewLine";
import "./quickAdd.css";

type QuickAddProps = {
  status: Status;
  lane: Lane | null;
  scroller: RefObject<HTMLElement | null>;
  /** The last of the cards that are loaded. */
  last: string | undefined;
};

/** The foot of a column or of a lane in it: the way to add tasks in place, and those that are on their way. */
export function QuickAdd({ status, lane, scroller, last }: QuickAddProps) {
  const { canCreate, people } = useBoard();
  const { line, change, add, discard } = useNewLine(status.id, lane);
  const { isOpen, text, attempts, added } = line;
  const wasOpen = useRef(isOpen);
  const isAsked = useRef(false);
  const seen = useRef(added);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  useEffect(() => {
    if (!scroller.current || last !== added || seen.current === added) return;
    seen.current = added;
    scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [added, last, scroller]);

  if (!canCreate || (lane && laneRefusal({ type: "task" }, lane, people))) return null;
  const where = lane ? `${status.name} of ${lane.name}` : status.name;
  return (
    <div className="column-foot">
      {attempts.length > 0 ? (
        <ul className="quick-attempts" aria-label={`Being added to ${where}`}>
          {attempts.map((attempt) => (
            <QuickAttempt
              key={attempt.id}
              attempt={attempt}
              onAgain={() => add({ ...attempt, fault: null })}
              onDiscard={() => discard(attempt)}
            />
          ))}
        </ul>
      ) : null}
      {isOpen ? (
        <QuickLine
          where={where}
          statusId={status.id}
          lane={lane}
          line={line}
          takesFocus={isAsked.current}
          change={change}
          add={add}
        />
      ) : (
        <button
          ref={opener}
          type="button"
          className="quick-open"
          data-left={text !== "" || undefined}
          onClick={() => {
            isAsked.current = true;
            change(() => ({ isOpen: true }));
          }}
        >
          <Icon name="add" />
          <span>
            Add a task<span className="visually-hidden"> to {where}</span>
          </span>
          {text ? <span className="quick-left">not added yet: {text}</span> : null}
        </button>
      )}
    </div>
  );
}
