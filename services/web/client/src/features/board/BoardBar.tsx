import { useEffect, useRef, useState } from "react";
import type { TaskType } from "~/shared/api/generated/api";
import { useMe } from "~/shared/api/session";
import { typeChoices, useAssigneeChoices } from "~/shared/domain/choices";
import { typeNames } from "~/shared/domain/names";
import { useKeys } from "~/shared/keys/useKeys";
import { Button, IconButton } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Picker } from "~/shared/ui/Picker";
import type { BoardFilter } from "./filter";

type BoardBarProps = { project: string; filter: BoardFilter; onFilter: (filter: BoardFilter) => void };

const settle = 220;

/** The filters above a board. */
export function BoardBar({ project, filter, onFilter }: BoardBarProps) {
  const me = useMe()?.id;
  const assignees = useAssigneeChoices(project);
  const assigneeId = filter.assignee === "me" ? (me ?? "") : filter.assignee;
  const assignee = assignees.find((choice) => choice.value === assigneeId);
  const filtered = filter.text !== "" || filter.assignee !== "" || filter.types.length > 0;
  const toggle = (type: TaskType) =>
    filter.types.includes(type) ? filter.types.filter((item) => item !== type) : [...filter.types, type];
  return (
    <search className="board-bar" aria-label="Filter the board">
      <FilterText text={filter.text} onText={(text) => onFilter({ ...filter, text })} />
      <Picker
        label="Assignee filter"
        className={assignee ? "filter-chip filter-chip-on" : "filter-chip"}
        value={assigneeId || null}
        choices={assignees}
        filterable
        onPick={(value) =>
          onFilter({ ...filter, assignee: value === assigneeId ? "" : value === me ? "me" : value })
        }
      >
        <Icon name="user" />
        <span>{assignee?.label ?? "Assignee"}</span>
      </Picker>
      <Picker
        label="Type filter"
        className={filter.types.length > 0 ? "filter-chip filter-chip-on" : "filter-chip"}
        value={filter.types.length === 1 ? (filter.types[0] ?? null) : null}
        choices={typeChoices}
        onPick={(type) => onFilter({ ...filter, types: toggle(type) })}
      >
        <Icon name="filter" />
        <span>{filter.types.map((type) => typeNames[type]).join(", ") || "Type"}</span>
      </Picker>
      {filtered ? (
        <Button
          look="ghost"
          className="filter-clear"
          onClick={() => onFilter({ text: "", assignee: "", types: [] })}
        >
          Clear
        </Button>
      ) : null}
    </search>
  );
}

function FilterText({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [draft, setDraft] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  const send = useRef(onText);
  send.current = onText;
  useKeys({ "/": () => field.current?.focus() });
  useEffect(() => setDraft(text), [text]);
  useEffect(() => {
    if (draft === text) return;
    const timer = setTimeout(() => send.current(draft), settle);
    return () => clearTimeout(timer);
  }, [draft, text]);
  return (
    <div className="filter-text">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        className="input"
        aria-label="Filter by title"
        aria-keyshortcuts="/"
        placeholder="Filter by title"
        value={draft}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setDraft("");
          field.current?.blur();
        }}
      />
      {draft ? <IconButton icon="close" label="Clear the text" onClick={() => setDraft("")} /> : <kbd>/</kbd>}
    </div>
  );
}
