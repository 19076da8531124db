import type { Task } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { includesRole, useProjectRole } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { nearness, useCommands } from "~/shared/commands/registry";
import { nobody, useMemberChoices } from "~/shared/domain/choices";
import { Avatar } from "~/shared/ui/Avatar";
import { Icon } from "~/shared/ui/Icon";
import { Picker } from "~/shared/ui/Picker";
import { useWatch, useWatchers } from "./watchers";
import "./watchers.css";

const mostFaces = 3;

/** Who watches a task: oneself by one button, others by whoever writes in its project. */
export function Watchers({ task }: { task: Task }) {
  const { watchers, isMissing } = useWatchers(task.key);
  const { mutate } = useWatch(task.key);
  const me = useMe()?.id ?? "";
  const mayAdd = includesRole(useProjectRole(task.projectKey), "member");
  const people = usePeople();
  const ids = (watchers ?? []).map(({ userId }) => userId);
  const watches = ids.includes(me);
  const members = useMemberChoices(task.projectKey).filter(({ value }) => value !== nobody);
  const toggle = (userId: string) => mutate({ userId, watches: !ids.includes(userId) });
  useCommands(
    watchers
      ? [
          {
            id: "task-watch",
            title: watches ? `Stop watching ${task.key}` : `Watch ${task.key}`,
            group: task.key,
            icon: <Icon name="eye" />,
            keys: "W",
            words: "watcher subscribe follow",
            run: () => toggle(me),
          },
        ]
      : [],
    nearness.open,
  );
  if (isMissing || !watchers) return null;
  const names = ids.map((id) => people.get(id)?.name ?? "someone unknown").join(", ");
  const faces = (
    <>
      {ids.slice(0, mostFaces).map((id) => (
        <Avatar key={id} user={people.get(id)} />
      ))}
      {ids.length > mostFaces ? <span aria-hidden="true">+{ids.length - mostFaces}</span> : null}
      <span className="visually-hidden">{names}</span>
    </>
  );
  return (
    <dl className="properties">
      <div className="property-row">
        <dt>Watchers</dt>
        <dd className="watchers">
          <button type="button" className="property" aria-pressed={watches} onClick={() => toggle(me)}>
            <Icon name="eye" />
            {watches ? "Watching" : "Watch"}
            <span className="watchers-count">
              {ids.length}
              <span className="visually-hidden"> watching</span>
            </span>
          </button>
          {mayAdd ? (
            <Picker
              label={names ? `Watchers: ${names}` : "Watchers: nobody"}
              className="property"
              value={null}
              choices={members}
              chosen={ids}
              filterable
              align="end"
              onPick={toggle}
            >
              {ids.length > 0 ? faces : <Icon name="add" />}
            </Picker>
          ) : (
            <span className="watchers-faces">{faces}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
