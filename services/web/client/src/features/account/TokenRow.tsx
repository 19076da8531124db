import type { ApiToken } from "~/shared/api/generated/auth";
import { formatAgo, formatDay } from "~/shared/lib/format";
import { useNow } from "~/shared/lib/useNow";
import { Button } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { scopesName } from "./scopes";

/** One token: what it may do, when it was used, until when it works. */
export function TokenRow({ token, onRevoke }: { token: ApiToken; onRevoke: () => void }) {
  const now = useNow(30_000);
  const isExpired = new Date(token.expiresAt).getTime() <= now;
  return (
    <li className="row">
      <Icon name="key" />
      <span className="row-main">
        <span className="row-title">{token.name}</span>
        <span className="row-note">
          {token.lastUsedAt ? `used ${formatAgo(token.lastUsedAt, now)}` : "never used"}
          {isExpired ? "" : ` · expires ${formatDay(token.expiresAt)}`}
        </span>
      </span>
      <span className="tag">{scopesName(token.scopes)}</span>
      {isExpired ? <span className="tag tag-warn">expired</span> : null}
      <Button look="ghost" aria-label={`Revoke ${token.name}`} onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  );
}
