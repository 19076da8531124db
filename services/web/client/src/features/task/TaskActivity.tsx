import { useState } from "react";
import { usePeople } from "~/shared/api/people";
import { reasonOf } from "~/shared/api/problem";
import { projectOf } from "~/shared/api/tasks";
import { useNow } from "~/shared/lib/useNow";
import { Button } from "~/shared/ui/Button";
import { Notice } from "~/shared/ui/Notice";
import { Skeleton } from "~/shared/ui/States";
import { ActivityLine } from "./ActivityLine";
import { useActivity } from "./useActivity";
import { useNames } from "./useNames";
import "./activity.css";

type ActivityQuery = ReturnType<typeof useActivity>;

/** What happened to a task, latest first. */
export function TaskActivity({ taskKey }: { taskKey: string }) {
  const query = useActivity(taskKey);
  return (
    <section className="task-activity" aria-label="Activity">
      <div className="task-section-head">
        <h2>Activity</h2>
      </div>
      <Content query={query} project={projectOf(taskKey)} />
    </section>
  );
}

function Content({ query, project }: { query: ActivityQuery; project: string }) {
  if (query.data) return <Lines query={query} project={project} />;
  // The message stays while it is tried again, so that nothing jumps and the focus has its button.
  if (query.errorUpdateCount === 0) return <Skeleton label="Loading the activity" />;
  return (
    <Notice
      actions={
        <Button icon="retry" busy={query.isFetching} onClick={() => void query.refetch()}>
          Try again
        </Button>
      }
    >
      The activity could not be loaded. {query.error ? reasonOf(query.error) : "Trying again…"}
    </Notice>
  );
}

function Lines({ query, project }: { query: ActivityQuery; project: string }) {
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [shownUntil, setShownUntil] = useState("");
  const names = useNames(project);
  const people = usePeople();
  const now = useNow(30_000);
  if (items.length === 0) return <p className="task-none">Nothing yet.</p>;
  return (
    <>
      <ol className="activity-list">
        {items.map((activity, index) => (
          <ActivityLine
            key={activity.id}
            activity={activity}
            actor={people.get(activity.actorId ?? "")}
            names={names}
            now={now}
            lineRef={shownUntil !== "" && items[index - 1]?.id === shownUntil ? catchFocus : undefined}
          />
        ))}
      </ol>
      {query.isFetchNextPageError ? (
        <Notice>What was earlier could not be loaded. {reasonOf(query.error)}</Notice>
      ) : null}
      {query.hasNextPage ? (
        <Button
          look="ghost"
          className="activity-earlier"
          busy={query.isFetchingNextPage}
          onClick={() => {
            setShownUntil(items.at(-1)?.id ?? "");
            void query.fetchNextPage();
          }}
        >
          Show earlier
        </Button>
      ) : null}
    </>
  );
}

/** When the last page takes the button away, the focus it had goes to the first line that came. */
function catchFocus(line: HTMLLIElement | null): void {
  if (document.activeElement === document.body) line?.focus({ preventScroll: true });
}
