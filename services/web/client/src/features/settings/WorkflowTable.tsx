import type { Status } from "~/shared/api/generated/api";
import { StatusGlyph } from "~/shared/domain/Glyphs";
import { type Ways, wayOf } from "./ways";

type WorkflowTableProps = {
  statuses: readonly Status[];
  ways: Ways;
  readOnly: boolean;
  onWay: (way: string, isOpen: boolean) => void;
};

/** A box for each way between two statuses: rows are where tasks are, columns where they may go. */
export function WorkflowTable({ statuses, ways, readOnly, onWay }: WorkflowTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className="workflow-scroll" aria-label="Allowed transitions" tabIndex={0}>
      <table className="workflow">
        <caption className="visually-hidden">Where tasks may go from each status</caption>
        <thead>
          <tr>
            <th scope="col" className="workflow-corner">
              From
            </th>
            {statuses.map((status) => (
              <th key={status.id} scope="col">
                <span className="workflow-name">
                  <span className="visually-hidden">to </span>
                  <StatusGlyph category={status.category} />
                  {status.name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statuses.map((from) => (
            <tr key={from.id}>
              <th scope="row">
                <span className="workflow-name">
                  <StatusGlyph category={from.category} />
                  {from.name}
                </span>
              </th>
              {statuses.map((to) => (
                <td key={to.id}>
                  {from.id === to.id ? (
                    <span className="workflow-same">
                      <span aria-hidden="true">–</span>
                      <span className="visually-hidden">stays</span>
                    </span>
                  ) : (
                    <label className="workflow-box">
                      <input
                        type="checkbox"
                        aria-label={`From ${from.name} to ${to.name}`}
                        disabled={readOnly}
                        checked={ways.has(wayOf(from.id, to.id))}
                        onChange={({ target }) => onWay(wayOf(from.id, to.id), target.checked)}
                      />
                    </label>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
