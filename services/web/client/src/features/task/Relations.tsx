import { useRef, useState } from "react";
import type { Relation, Task } from "~/shared/api/generated/api";
import { nearness, useCommands } from "~/shared/commands/registry";
import { useLiveRelated } from "~/shared/live/useLiveRelated";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { NewRelation } from "./NewRelation";
import { RelationRow } from "./RelationRow";
import { relationKinds, relationNames, useRelate, useRelations } from "./relations";
import { Unread } from "./Unread";
import "./children.css";
import "./relations.css";

/** How a task stands to others, kind by kind, and ways to add and to take away. */
export function Relations({ task, readOnly }: { task: Task; readOnly: boolean }) {
  const [isAdding, setIsAdding] = useState(false);
  const section = useRef<HTMLElement>(null);
  const query = useRelations(task.key);
  const { data, error, isMissing } = query;
  const { add, remove } = useRelate(task);
  const items = data?.items ?? [];
  useLiveRelated(task, items);
  useCommands(
    readOnly || isMissing
      ? []
      : [
          {
            id: "task-relate",
            title: "Add a relation…",
            group: task.key,
            icon: <Icon name="link" />,
            words: "blocks blocked duplicates relates",
            run: () => setIsAdding(true),
          },
        ],
    nearness.open,
  );
  if (isMissing || (!data && !error) || (data && items.length === 0 && readOnly)) return null;
  const drop = (relation: Relation) => {
    remove.mutate(relation);
    section.current?.querySelector<HTMLElement>(".task-section-head button, .relation-new button")?.focus();
  };
  return (
    <section ref={section} className="task-children" aria-label="Relations">
      <div className="task-section-head">
        <h2>Relations</h2>
        {readOnly || isAdding || !data ? null : (
          <Button look="ghost" icon="add" onClick={() => setIsAdding(true)}>
            Add relation
          </Button>
        )}
      </div>
      {data ? null : <Unread what="relations" query={query} />}
      {groupsOf(items).map(([kind, relations]) => (
        <div key={kind} className="relation-group">
          <h3 id={`relations-${kind}`}>{relationNames[kind]}</h3>
          <ul className="children-list" aria-labelledby={`relations-${kind}`}>
            {relations.map((relation) => (
              <RelationRow
                key={relation.id}
                relation={relation}
                onRemove={readOnly ? undefined : () => drop(relation)}
              />
            ))}
          </ul>
        </div>
      ))}
      {isAdding && !readOnly ? (
        <NewRelation
          task={task}
          known={items}
          busy={add.isPending}
          onAdd={(kind, taskKey) => add.mutate({ kind, taskKey })}
          onClose={() => setIsAdding(false)}
        />
      ) : null}
    </section>
  );
}

function groupsOf(items: readonly Relation[]) {
  return relationKinds
    .map((kind) => [kind, items.filter((item) => item.kind === kind)] as const)
    .filter(([, relations]) => relations.length > 0);
}
