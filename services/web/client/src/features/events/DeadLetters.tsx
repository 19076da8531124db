import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Consumer, DeadLetter } from "~/shared/api/generated/events";
import { reasonOf } from "~/shared/api/problem";
import { formatAgo, formatCount, formatCounted } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Confirm } from "~/shared/ui/Confirm";
import { Failure, Skeleton } from "~/shared/ui/States";
import { deadLettersQuery } from "./queries";
import { heldBy } from "./summary";
import { useConsumerChanges } from "./useConsumerChanges";

const looks: Record<DeadLetter["state"], string> = {
  parked: "tag tag-bad",
  retrying: "tag tag-warn",
  waiting: "tag",
};

/** The oldest events that a consumer holds back, and what can be done about each. */
export function DeadLetters({ service, consumer }: { service: string; consumer: Consumer }) {
  const letters = useQuery(deadLettersQuery(service, consumer.name));
  if (letters.data === undefined) {
    return letters.isError ? (
      <Failure title="What it holds back could not be loaded" reason={reasonOf(letters.error)} />
    ) : (
      <Skeleton label="Loading what it holds back" lines={2} />
    );
  }
  const more = heldBy(consumer) - letters.data.items.length;
  return (
    <>
      <ul className="letters" aria-label={`Held back by ${consumer.name}`}>
        {letters.data.items.map((letter) => (
          <Letter key={letter.id} service={service} consumer={consumer.name} letter={letter} />
        ))}
      </ul>
      {letters.data.next && more > 0 ? (
        <p className="letters-more">and {formatCounted(more, "later event")}</p>
      ) : null}
    </>
  );
}

type LetterProps = { service: string; consumer: string; letter: DeadLetter };

function Letter({ service, consumer, letter }: LetterProps) {
  const [asking, setAsking] = useState(false);
  const { retry, skip, isPending } = useConsumerChanges(service, consumer);
  const { id, type, subject, position, state, attempts, error, retryAt } = letter;
  const facts = [
    `event ${formatCount(position)}`,
    attempts > 0 ? `tried ${formatCounted(attempts, "time")}` : "waits behind an earlier one of its subject",
    retryAt ? `again ${formatAgo(retryAt)}` : "",
  ];
  return (
    <li className="letter">
      <div className="letter-head">
        <span className="letter-type">{type}</span>
        <span className={looks[state]}>{state}</span>
      </div>
      <p className="letter-facts">
        {facts.filter(Boolean).join(" · ")} · subject <code>{subject}</code>
      </p>
      {error ? <p className="letter-error">{error}</p> : null}
      {state === "waiting" ? null : (
        <div className="letter-actions">
          <Button
            icon="retry"
            busy={isPending}
            onClick={() => retry(id)}
            aria-label={`Retry event ${position}`}
          >
            Retry
          </Button>
          <Button look="ghost" onClick={() => setAsking(true)} aria-label={`Skip event ${position}`}>
            Skip…
          </Button>
        </div>
      )}
      {asking ? (
        <Confirm
          title={`Skip event ${position}?`}
          action="Skip"
          onClose={() => setAsking(false)}
          onConfirm={() => skip(id)}
        >
          <p>
            <code>{type}</code> never takes effect in {consumer}: what it keeps of this subject lacks it.
            Later events of the subject go on without it.
          </p>
          <p>The event stays in the log. A replay tries it again.</p>
        </Confirm>
      ) : null}
    </li>
  );
}
