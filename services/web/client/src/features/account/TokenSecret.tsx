import type { CreatedApiToken } from "~/shared/api/generated/auth";
import { formatDay } from "~/shared/lib/format";
import { Button } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Secret } from "~/shared/ui/Secret";

/** Shows a new token's secret, this one time. */
export function TokenSecret({ token, onClose }: { token: CreatedApiToken; onClose: () => void }) {
  return (
    <Dialog title={`${token.name} is made`} onClose={onClose}>
      <p>Copy the token now: only a fingerprint of it is kept, so it cannot be shown again.</p>
      <Secret label="Token" value={token.token} hint={`Works until ${formatDay(token.expiresAt)}.`} />
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}
