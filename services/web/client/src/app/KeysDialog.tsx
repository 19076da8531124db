import { catalogue } from "~/shared/keys/catalogue";
import { Dialog } from "~/shared/ui/Dialog";
import { Keys } from "~/shared/ui/States";

/** All keys, by the place where they work. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" size="medium" onClose={onClose}>
      <div className="keys-sheet">
        {Object.entries(catalogue).map(([place, entries]) => (
          <section key={place} aria-label={place}>
            <h3>{place}</h3>
            <dl>
              {entries.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>{does}</dt>
                  <dd>
                    <Keys>{keys}</Keys>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
