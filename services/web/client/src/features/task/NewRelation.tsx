import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Relation, RelationKind, Task } from "~/shared/api/generated/api";
import { TypeGlyph } from "~/shared/domain/Glyphs";
import { IconButton } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { relatableQuery, relationKinds, relationNames } from "./relations";

type NewRelationProps = {
  task: Task;
  known: readonly Relation[];
  busy: boolean;
  onAdd: (kind: RelationKind, taskKey: string) => void;
  onClose: () => void;
};

const kindChoices: readonly Choice<RelationKind>[] = relationKinds.map((kind) => ({
  value: kind,
  label: relationNames[kind],
}));

/** A line that adds relations one after another: a kind, then a task found by its key or title; Escape ends. */
export function NewRelation({ task, known, busy, onAdd, onClose }: NewRelationProps) {
  const [kind, setKind] = useState<RelationKind>("blocked-by");
  const [text, setText] = useState<string | null>(null);
  const line = useRef<HTMLFieldSetElement>(null);
  const { data } = useQuery({
    ...relatableQuery(task, text ?? ""),
    enabled: text !== null,
    placeholderData: keepPreviousData,
  });
  useEffect(() => line.current?.querySelector("button")?.focus(), []);
  const isRelated = (key: string) => known.some((item) => item.kind === kind && item.task.key === key);
  const found = (data ?? []).filter(({ key }) => key !== task.key && !isRelated(key));
  return (
    <fieldset
      ref={line}
      className="relation-new"
      aria-label="New relation"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <Picker label="Kind" className="property" value={kind} choices={kindChoices} onPick={setKind}>
        {relationNames[kind]}
        <Icon name="chevron" />
      </Picker>
      <Picker
        label="Task"
        className="property relation-task"
        value={null}
        disabled={busy}
        filterable
        choices={found.map(({ key, title, type }) => ({
          value: key,
          label: title,
          icon: <TypeGlyph type={type} />,
          hint: key,
        }))}
        onText={setText}
        onPick={(key) => onAdd(kind, key)}
      >
        <Icon name="search" />
        <span className="task-none">Find a task by its key or title…</span>
      </Picker>
      <IconButton icon="close" label="Done with relations" onClick={onClose} />
    </fieldset>
  );
}
