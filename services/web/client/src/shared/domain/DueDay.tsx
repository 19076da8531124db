import type { StatusCategory } from "~/shared/api/generated/api";
import { formatPlainDay, today } from "~/shared/lib/days";
import { classes } from "~/shared/ui/classes";
import { Icon } from "~/shared/ui/Icon";
import "./due.css";

type DueDayProps = { day: string; category: StatusCategory | undefined };

/** The day a task is due, marked when it has passed and the task is not done. */
export function DueDay({ day, category }: DueDayProps) {
  const isLate = category !== "done" && day < today();
  return (
    <time className={classes("due", isLate && "due-late")} dateTime={day} title={isLate ? "Overdue" : "Due"}>
      <Icon name="calendar" />
      <span className="visually-hidden">{isLate ? "overdue since " : "due "}</span>
      {formatPlainDay(day)}
    </time>
  );
}
