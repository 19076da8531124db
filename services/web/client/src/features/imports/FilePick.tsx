import { type DragEvent, useState } from "react";
import { Icon } from "~/shared/ui/Icon";

/** The place to drop a CSV file, or to pick one. */
export function FilePick({ onPick }: { onPick: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onPick(file);
  };
  return (
    <section aria-label="Choose a file">
      <label
        className="file-pick"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <input
          type="file"
          accept=".csv,.tsv,text/csv"
          className="visually-hidden"
          aria-label="CSV file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onPick(file);
          }}
        />
        <span className="state-icon">
          <Icon name="import" />
        </span>
        <strong>Drop a CSV file here, or choose one</strong>
        <span className="file-pick-note">
          Jira exports and spreadsheets with a key and a title column. You see what was recognised before
          anything is written; importing the same file again changes nothing twice.
        </span>
      </label>
    </section>
  );
}
