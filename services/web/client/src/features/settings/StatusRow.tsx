import { useState } from "react";
import type { Status } from "~/shared/api/generated/api";
import { StatusGlyph } from "~/shared/domain/Glyphs";
import { categoryNames } from "~/shared/domain/names";
import { TextInput } from "~/shared/ui/Field";
import { useSaveLimit } from "./useSaveLimit";

type StatusRowProps = { project: string; status: Status; readOnly: boolean };

/** A column of the board, and how many tasks should be in it at most: Enter or leaving saves. */
export function StatusRow({ project, status, readOnly }: StatusRowProps) {
  const { name, category, wipLimit } = status;
  const [draft, setDraft] = useState<string | null>(null);
  const { mutate } = useSaveLimit(project);
  const typed = draft?.trim() ?? "";
  const isWrong = typed !== "" && !/^[1-9]\d{0,2}$/.test(typed);
  const save = () => {
    if (draft === null || isWrong) return;
    const wanted = typed === "" ? null : Number(typed);
    setDraft(null);
    if (wanted !== wipLimit) mutate({ status, wipLimit: wanted });
  };
  return (
    <li className="row">
      <StatusGlyph category={category} />
      <span className="row-main">
        {name}
        {isWrong ? (
          <span className="field-error" role="alert">
            A limit is a whole number from 1 to 999, or nothing.
          </span>
        ) : null}
      </span>
      <span className="row-note">{categoryNames[category]}</span>
      {wipLimit === undefined ? null : (
        <TextInput
          className="status-limit"
          aria-label={`Limit of ${name}`}
          aria-invalid={isWrong || undefined}
          inputMode="numeric"
          placeholder="No limit"
          disabled={readOnly}
          value={draft ?? wipLimit ?? ""}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === "Enter") save();
            if (event.key === "Escape") setDraft(null);
          }}
        />
      )}
    </li>
  );
}
