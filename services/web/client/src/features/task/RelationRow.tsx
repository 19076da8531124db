import { Link } from "@tanstack/react-router";
import type { Relation } from "~/shared/api/generated/api";
import { StatusGlyph, TypeGlyph } from "~/shared/domain/Glyphs";
import { IconButton } from "~/shared/ui/Button";
import { classes } from "~/shared/ui/classes";
import { relationNames } from "./relations";

type RelationRowProps = { relation: Relation; onRemove: (() => void) | undefined };

/** The task at the other end of a relation: a link to it, where it stands, and a way to end the relation. */
export function RelationRow({ relation: { kind, task }, onRemove }: RelationRowProps) {
  const isOver = task.archived || task.status.category === "done";
  return (
    <li className="relation-item">
      <Link
        to="/browse/$taskKey"
        params={{ taskKey: task.key }}
        className={classes("children-row", isOver && "relation-over")}
      >
        <TypeGlyph type={task.type} />
        <span className="children-key">{task.key}</span>
        <span className="children-title">{task.title}</span>
        <span className="children-status">
          <StatusGlyph category={task.status.category} />
          {task.archived ? "Archived" : task.status.name}
        </span>
      </Link>
      {onRemove ? (
        <IconButton
          icon="close"
          label={`Remove: ${relationNames[kind].toLowerCase()} ${task.key}`}
          onClick={onRemove}
        />
      ) : null}
    </li>
  );
}
