import { Button, IconButton } from "~/shared/ui/Button";
import type { Attempt } from "./newLine";

type QuickAttemptProps = { attempt: Attempt; onAgain: () => void; onDiscard: () => void };

/** A task that was entered and is not there yet; a refused one says why. */
export function QuickAttempt({ attempt, onAgain, onDiscard }: QuickAttemptProps) {
  const { title, text, fault } = attempt;
  if (fault === null)
    return (
      <li className="quick-attempt">
        {title}
        <span className="visually-hidden"> is being added</span>
      </li>
    );
  return (
    <li className="quick-attempt" data-refused>
      <span>{text}</span>
      <p className="field-error" role="alert">
        {fault}
      </p>
      <span className="quick-actions">
        <Button icon="retry" onClick={onAgain}>
          Try again
        </Button>
        <IconButton icon="close" label={`Discard “${text}”`} onClick={onDiscard} />
      </span>
    </li>
  );
}
