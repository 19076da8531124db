import type { ImportPreview } from "~/shared/api/generated/api";
import { Notice } from "~/shared/ui/Notice";
import { fieldName } from "./mapping";

/** What stands in the way of an import, and what would be rejected in the part that was read. */
export function PreviewNotes({ preview }: { preview: ImportPreview }) {
  const { error, missing, errors } = preview;
  return (
    <>
      {error ? (
        <Notice>
          This is not readable as CSV{error.line === null ? "" : ` (line ${error.line})`}: {error.message}
        </Notice>
      ) : null}
      {missing.length > 0 && !error ? (
        <Notice tone="warn">
          No column was recognised as {missing.map((field) => fieldName(field).toLowerCase()).join(" or ")}.
          Choose one below.
        </Notice>
      ) : null}
      {errors.length > 0 ? (
        <Notice tone="warn">
          Some rows would be rejected:
          <ul className="note-list">
            {errors.slice(0, 4).map((item) => (
              <li key={`${item.line}-${item.message}`}>
                line {item.line}: {item.message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}
