import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Status, Task, TaskItem } from "~/shared/api/generated/api";
import { projectQuery } from "~/shared/api/projects";
import { childType } from "~/shared/domain/family";
import { StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { typeNames } from "~/shared/domain/names";
import { useLiveChildren } from "~/shared/live/useLive";
import { Button } from "~/shared/ui/Button";
import { Skeleton } from "~/shared/ui/States";
import { useChildren } from "./family";
import { NewChild } from "./NewChild";
import "./children.css";

/** The tasks that belong to a task, how far they are, and a way to add one. */
export function Children({ task, readOnly }: { task: Task; readOnly: boolean }) {
  const [isAdding, setIsAdding] = useState(false);
  const { items, ids, isPending } = useChildren(task);
  const statuses = useQuery(projectQuery(task.projectKey)).data?.statuses ?? [];
  useLiveChildren(task.key, task.projectKey, ids);
  // an api from before this client says nothing of children
  const { done, total } = task.children ?? { done: 0, total: 0 };
  const type = childType[task.type];
  if (total === 0 && (readOnly || type === null)) return null;
  const name = type === "subtask" ? "Subtasks" : "Tasks of this epic";
  return (
    <section className="task-children" aria-label={name}>
      <div className="task-section-head">
        <h2>{name}</h2>
        {total > 0 ? (
          <span className="children-progress">
            <progress aria-label={`${done} of ${total} done`} value={done} max={total} />
            <span aria-hidden="true">
              {done}/{total}
            </span>
          </span>
        ) : null}
        {readOnly || type === null || isAdding ? null : (
          <Button look="ghost" icon="add" onClick={() => setIsAdding(true)}>
            Add {typeNames[type].toLowerCase()}
          </Button>
        )}
      </div>
      {isPending ? <Skeleton label={`Loading ${name.toLowerCase()}`} lines={2} /> : null}
      {items.length > 0 ? (
        <ul className="children-list">
          {items.map((child) => (
            <Child key={child.key} child={child} statuses={statuses} />
          ))}
        </ul>
      ) : null}
      {total > items.length && !isPending ? (
        <p className="task-none">and {total - items.length} more</p>
      ) : null}
      {isAdding && type ? <NewChild task={task} type={type} onClose={() => setIsAdding(false)} /> : null}
    </section>
  );
}

function Child({ child, statuses }: { child: TaskItem; statuses: readonly Status[] }) {
  const status = statuses.find(({ id }) => id === child.statusId);
  return (
    <li>
      <Link to="/browse/$taskKey" params={{ taskKey: child.key }} className="children-row">
        <TypeGlyph type={child.type} />
        <span className="children-key">{child.key}</span>
        <span className="children-title">{child.title}</span>
        <span className="children-status">
          {status ? <StatusGlyph category={status.category} /> : null}
          {status?.name ?? "…"}
        </span>
      </Link>
    </li>
  );
}
