import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ParentTask, Task, TaskPatch } from "~/shared/api/generated/api";
import { TypeGlyph } from "~/shared/domain/Glyphs";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { parentsQuery } from "./family";

type ParentProps = { task: Task; readOnly: boolean; onChange: (patch: TaskPatch) => void };

const none: Choice<string> = { value: "none", label: "None" };

/** The task that this one belongs to: looked for by its title or its key. */
export function Parent({ task, readOnly, onChange }: ParentProps) {
  const { parent } = task;
  const [text, setText] = useState<string | null>(null);
  const { data } = useQuery({
    ...parentsQuery(task, text ?? ""),
    enabled: text !== null,
    placeholderData: keepPreviousData,
  });
  const found = (data ?? []).filter(({ key }) => key !== parent?.key && key !== task.key);
  const choices = [none, ...(parent ? [parent] : []), ...found].map(choiceOf);
  return (
    <span className="property-parent">
      <Picker
        label="Parent"
        className="property"
        disabled={readOnly}
        value={parent?.key ?? none.value}
        choices={choices}
        filterable
        onText={setText}
        onPick={(key) => {
          if (key !== (parent?.key ?? none.value)) onChange({ parentKey: key === none.value ? null : key });
        }}
      >
        {parent ? <TypeGlyph type={parent.type} /> : null}
        <span className={parent ? "property-text" : "task-none"}>{parent?.title ?? none.label}</span>
      </Picker>
      {parent ? (
        <Link to="/browse/$taskKey" params={{ taskKey: parent.key }} className="property-link">
          {parent.key}
        </Link>
      ) : null}
    </span>
  );
}

function choiceOf(item: Choice<string> | Pick<ParentTask, "key" | "title" | "type">): Choice<string> {
  if ("value" in item) return item;
  return { value: item.key, label: item.title, icon: <TypeGlyph type={item.type} />, hint: item.key };
}
