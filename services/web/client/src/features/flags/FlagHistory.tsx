import { useQuery } from "@tanstack/react-query";
import { reasonOf } from "~/shared/api/problem";
import { formatDate } from "~/shared/lib/format";
import { Dialog } from "~/shared/ui/Dialog";
import { Failure, Skeleton } from "~/shared/ui/States";
import { historyQuery } from "./queries";
import { useNames } from "./useNames";
import { actorOf, stateOf } from "./words";

/** Who changed a flag, when, and what it was before and after. */
export function FlagHistory({ flagKey, onClose }: { flagKey: string; onClose: () => void }) {
  const history = useQuery(historyQuery(flagKey));
  const names = useNames();
  const items = history.data?.items;
  return (
    <Dialog title={`History of ${flagKey}`} size="medium" onClose={onClose}>
      {history.isError ? (
        <Failure
          title="The history could not be loaded"
          reason={reasonOf(history.error)}
          onRetry={() => void history.refetch()}
        />
      ) : items === undefined ? (
        <Skeleton label="Loading the history" lines={3} />
      ) : items.length === 0 ? (
        <p className="flag-past">Nothing was kept: this edge has no home folder.</p>
      ) : (
        <ol className="flag-past" aria-label="Changes, latest first">
          {items.map(({ at, who, before, after }) => (
            <li key={at}>
              <time dateTime={at}>{formatDate(at)}</time> <b>{actorOf(who, names)}</b>{" "}
              {after === null ? "deleted it" : before === null ? "made it" : "changed it"}
              <span className="row-note">
                {[before, after].flatMap((rule) => (rule ? [stateOf(rule, names)] : [])).join(" → ")}
              </span>
              {before && after && before.description !== after.description ? (
                <span className="row-note">now described as “{after.description}”</span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
