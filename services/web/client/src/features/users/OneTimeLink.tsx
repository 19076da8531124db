import { useState } from "react";
import type { CreatedUser } from "~/shared/api/generated/auth";
import { formatDate } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Field, TextInput } from "~/shared/ui/Field";

/** Shows a new user's one-time link, once, to be handed over. */
export function OneTimeLink({ created, onClose }: { created: CreatedUser; onClose: () => void }) {
  const { user, oneTimeLink } = created;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(oneTimeLink.url);
      setCopied(true);
    } catch {
      document.querySelector<HTMLInputElement>(".one-time-link input")?.select();
    }
  };
  return (
    <Dialog title={`${user.name} is added`} onClose={onClose}>
      <p>
        Send this link over a channel you trust. It opens the page where {user.name} chooses a password, and
        works once.
      </p>
      <Field
        label="One-time link"
        className="one-time-link"
        hint={`Valid until ${formatDate(oneTimeLink.expiresAt)}. It is not shown again.`}
      >
        {(wiring) => (
          <div className="link-row">
            <TextInput
              {...wiring}
              readOnly
              value={oneTimeLink.url}
              onFocus={(event) => event.target.select()}
            />
            <Button icon={copied ? "check" : "copy"} onClick={() => void copy()}>
              {copied ? "Copied" : "Copy"}
            </Button>
          </div>
        )}
      </Field>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
