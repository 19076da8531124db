import type { ImportColumn, ImportPreview } from "~/shared/api/generated/api";
import { formatCounted } from "~/shared/lib/format";
import { fieldName, filledBy } from "./mapping";

/** The first rows of a file as they were read. */
export function SampleRows({ preview }: { preview: ImportPreview }) {
  const { columns, rows, rowsSeen } = preview;
  if (rows.length === 0) return <p className="task-none">The part that was read has no rows.</p>;
  return (
    <section aria-label="First rows">
      <div className="section-head">
        <h2>First rows</h2>
        <p>{formatCounted(rowsSeen, "row")} in the part that was looked at</p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keyboard */}
      <section className="sample" tabIndex={0} aria-label="First rows, scrollable">
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {columns.map((column, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name; their order is the file's
                <th key={index} scope="col">
                  <ColumnHead column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td className="sample-line">{row.line}</td>
                {row.cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are in the columns' order
                  <td key={index}>
                    <div className="sample-cell">{cell}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function ColumnHead({ column }: { column: ImportColumn }) {
  const field = filledBy(column);
  if (field) return fieldName(field);
  return column.customField ?? <span className="sample-kept">{column.name}</span>;
}
