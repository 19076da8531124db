import { useState } from "react";
import type { Flag } from "~/shared/api/generated/gateway";
import { formatAgo, formatDay } from "~/shared/lib/format";
import { useNow } from "~/shared/lib/useNow";
import { Confirm } from "~/shared/ui/Confirm";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { FlagHistory } from "./FlagHistory";
import { useFlagChanges } from "./useFlagChanges";
import { useNames } from "./useNames";
import { actorOf, stateOf } from "./words";

/** One flag: what it switches, for whom it is on, who changed it last, and what can be done with it. */
export function FlagItem({ flag, onEdit }: { flag: Flag; onEdit: () => void }) {
  const [open, setOpen] = useState<"history" | "delete" | null>(null);
  const names = useNames();
  const now = useNow(30_000);
  const { turn, remove } = useFlagChanges();
  const { key, description, enabled, expires, overdue, routes } = flag;
  return (
    <li className="row flag">
      <span className="row-main">
        <span className="row-title flag-key">{key}</span>
        <span className="row-note">{description}</span>
        {routes.map(({ prefix, off, on }) => (
          <span key={prefix} className="row-note">
            {prefix} goes to {on} where it is on, otherwise to {off}
          </span>
        ))}
        <span className="row-note flag-state">{stateOf(flag, names)}</span>
        <span className="row-note">
          changed {formatAgo(flag.changedAt, now)} by {actorOf(flag.changedBy, names)}
          {expires ? ` · ${overdue ? "should have been" : "should be"} gone by ${formatDay(expires)}` : ""}
        </span>
      </span>
      <span className="flag-tags">
        {overdue ? <span className="tag tag-warn">overdue</span> : null}
        <span className={enabled ? "tag tag-good" : "tag"}>{enabled ? "on" : "off"}</span>
      </span>
      <Menu label={`More for ${key}`} triggerClass="icon-button" align="end" trigger={<Icon name="more" />}>
        {(close) => {
          const then = (action: () => void) => () => {
            close();
            action();
          };
          return (
            <>
              <MenuItem icon={<Icon name="status" />} onSelect={then(() => turn(flag, !enabled))}>
                {enabled ? "Switch off" : "Switch on"}
              </MenuItem>
              <MenuItem icon={<Icon name="edit" />} onSelect={then(onEdit)}>
                Edit…
              </MenuItem>
              <MenuItem icon={<Icon name="list" />} onSelect={then(() => setOpen("history"))}>
                History
              </MenuItem>
              <MenuLine />
              <MenuItem icon={<Icon name="trash" />} onSelect={then(() => setOpen("delete"))}>
                Delete…
              </MenuItem>
            </>
          );
        }}
      </Menu>
      {open === "history" ? <FlagHistory flagKey={key} onClose={() => setOpen(null)} /> : null}
      {open === "delete" ? (
        <Confirm
          title={`Delete ${key}?`}
          action="Delete"
          onClose={() => setOpen(null)}
          onConfirm={() => remove(flag)}
        >
          <p>
            It is off for everybody from then on. Whoever asks for it goes the old way; its history stays.
          </p>
        </Confirm>
      ) : null}
    </li>
  );
}
