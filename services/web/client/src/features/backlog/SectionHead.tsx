import { useRef } from "react";
import type { Sprint } from "~/shared/api/generated/api";
import { formatCount } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { classes } from "~/shared/ui/classes";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem } from "~/shared/ui/Menu";
import { useBacklog } from "./BacklogContext";
import { LoadBar } from "./LoadBar";
import { amount, datesOf, nameOf } from "./names";
import { loadOf, type Section } from "./sections";
import { useSectionDrop } from "./useSectionDrop";

type SectionHeadProps = { section: Section; folded: boolean };

/** What a section is, how full it is, and what can be done with it. */
export function SectionHead({ section, folded }: SectionHeadProps) {
  const ref = useRef<HTMLElement>(null);
  const { statuses, canPlan, fold, ask } = useBacklog();
  const over = useSectionDrop(ref, section.id, canPlan);
  const { sprint, tasks, hasMore } = section;
  const name = nameOf(section);
  const dates = sprint ? datesOf(sprint) : "";
  return (
    <header ref={ref} className={classes("backlog-head", over && "backlog-over")}>
      <button
        type="button"
        className="backlog-fold"
        aria-expanded={!folded}
        aria-label={`${name}: ${folded ? "unfold" : "fold"}`}
        onClick={() => fold(section.id)}
      >
        <Icon name="chevron" />
      </button>
      <h2>{name}</h2>
      {sprint ? <span className={`backlog-state backlog-${sprint.state}`}>{sprint.state}</span> : null}
      {dates ? <span className="backlog-dates">{dates}</span> : null}
      {sprint ? (
        <LoadBar load={loadOf(tasks, statuses)} capacity={sprint.capacity} />
      ) : (
        <span className="backlog-count">
          {formatCount(tasks.length)}
          {hasMore ? "+" : ""}
        </span>
      )}
      {sprint?.scope ? <ScopeNote scope={sprint.scope} /> : null}
      <span className="backlog-actions">
        {sprint && canPlan ? <SprintActions sprint={sprint} isEmpty={tasks.length === 0} /> : null}
        {!sprint && canPlan ? (
          <Button icon="add" onClick={() => ask({ what: "new" })}>
            New sprint
          </Button>
        ) : null}
      </span>
      {sprint?.goal ? <p className="backlog-goal">{sprint.goal}</p> : null}
    </header>
  );
}

function ScopeNote({ scope: { added, removed } }: { scope: NonNullable<Sprint["scope"]> }) {
  const parts = [
    ...(added.tasks > 0 ? [`${amount(added)} added`] : []),
    ...(removed.tasks > 0 ? [`${amount(removed)} removed`] : []),
  ];
  if (parts.length === 0) return null;
  return <span className="backlog-scope">{parts.join("; ")} since the start</span>;
}

function SprintActions({ sprint, isEmpty }: { sprint: Sprint; isEmpty: boolean }) {
  const { ask } = useBacklog();
  const isActive = sprint.state === "active";
  return (
    <>
      <Button
        look={isEmpty ? "secondary" : "primary"}
        disabled={isEmpty && !isActive}
        aria-label={`${isActive ? "Complete" : "Start"} ${sprint.name}`}
        onClick={() => ask({ what: isActive ? "complete" : "start", sprint })}
      >
        {isActive ? "Complete" : "Start"}
      </Button>
      <Menu
        label={`More of ${sprint.name}`}
        triggerClass="icon-button"
        align="end"
        trigger={<Icon name="more" />}
      >
        {(close) => (
          <>
            <MenuItem
              icon={<Icon name="edit" />}
              onSelect={() => {
                close();
                ask({ what: "edit", sprint });
              }}
            >
              Edit sprint…
            </MenuItem>
            {isActive ? null : (
              <MenuItem
                icon={<Icon name="trash" />}
                disabled={!isEmpty}
                hint={isEmpty ? null : "move its tasks first"}
                onSelect={() => {
                  close();
                  ask({ what: "delete", sprint });
                }}
              >
                Delete sprint…
              </MenuItem>
            )}
          </>
        )}
      </Menu>
    </>
  );
}
