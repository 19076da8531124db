import type { ImportColumn, ImportField } from "~/shared/api/generated/api";
import { Select } from "~/shared/ui/Field";
import { filledBy, taskFields } from "./mapping";

type ColumnTableProps = {
  columns: readonly ImportColumn[];
  disabled: boolean;
  onAssign: (column: ImportColumn, field: ImportField | null) => void;
};

/** The columns of a file and the task fields they fill. */
export function ColumnTable({ columns, disabled, onAssign }: ColumnTableProps) {
  return (
    <section aria-label="Columns">
      <div className="section-head">
        <h2>Columns</h2>
        <p>
          Columns called like a custom field fill it. Those that fill no field are kept, and come back in the
          export.
        </p>
      </div>
      <div className="rows">
        {columns.map((column, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a name; their order is the file's
          <div key={index} className="row column-map">
            <span className="column-map-name" title={column.name}>
              {column.name}
            </span>
            <span className="column-map-sample">{column.sample}</span>
            <Select
              aria-label={`Field for column ${column.name}`}
              className={filledBy(column) || column.customField ? undefined : "column-map-none"}
              disabled={disabled}
              value={filledBy(column) ?? ""}
              onChange={(event) => {
                const chosen = taskFields.find((item) => item.field === event.target.value);
                onAssign(column, chosen?.field ?? null);
              }}
            >
              <option value="">{column.customField ?? "Only kept"}</option>
              {taskFields.map(({ field, name }) => (
                <option key={field} value={field}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
        ))}
      </div>
    </section>
  );
}
