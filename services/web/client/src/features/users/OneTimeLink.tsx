import type { OneTimeLink as Link } from "~/shared/api/generated/auth";
import { formatDate } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Secret } from "~/shared/ui/Secret";

type OneTimeLinkProps = { title: string; name: string; link: Link; onClose: () => void };

/** Shows somebody's one-time link, once, to be handed over. */
export function OneTimeLink({ title, name, link, onClose }: OneTimeLinkProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>
        Send this link over a channel you trust. It opens the page where {name} chooses a password, and works
        once.
      </p>
      <Secret
        label="One-time link"
        value={link.url}
        hint={`Valid until ${formatDate(link.expiresAt)}. It is not shown again.`}
      />
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
