import { formatCount } from "~/shared/lib/format";
import type { ScheduleScreen } from "./useScheduleScreen";

/** What is to be known of what is shown: that it is not all, or how dates come to be here. */
export function ScheduleNotes({ screen, how }: { screen: ScheduleScreen; how: string }) {
  const { schedule, dated, undated, actions } = screen;
  const { cutAt, isPending, fault } = schedule;
  if (fault) return <Note>The query cannot be read. It is underlined where it goes wrong.</Note>;
  if (cutAt !== null)
    return (
      <Note>
        The {formatCount(cutAt)} tasks due first are shown, and there are more. A filter or a shorter time
        shows the others.
      </Note>
    );
  if (isPending || dated.length > 0) return null;
  const mayDate = actions.canChange && undated.length > 0;
  return <Note>No task here has dates in this time. {mayDate ? how : null}</Note>;
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <p className="schedule-note" role="status">
      {children}
    </p>
  );
}
