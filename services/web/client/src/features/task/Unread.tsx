import { reasonOf } from "~/shared/api/problem";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";

/** What is read beside a task. */
export type Reading = {
  data: unknown;
  error: Error | null;
  errorUpdateCount: number;
  isFetching: boolean;
  refetch: () => unknown;
};

/** Says that a part of a task could not be loaded, with the way out. */
export function Unread({ what, query }: { what: string; query: Reading }) {
  return (
    <Notice
      actions={
        <Button icon="retry" busy={query.isFetching} onClick={() => void query.refetch()}>
          Try again
        </Button>
      }
    >
      The {what} could not be loaded. {query.error ? reasonOf(query.error) : "Trying again…"}
    </Notice>
  );
}
