import type { ReactNode } from "react";
import { Icon } from "./Icon";
import { Menu, MenuItem } from "./Menu";

/** How a view is shown, as a menu of choices. */
export function DisplayMenu({ children }: { children: ReactNode }) {
  return (
    <Menu
      label="Display"
      triggerClass="button button-secondary"
      align="end"
      trigger={
        <>
          <Icon name="settings" />
          <span className="button-text">Display</span>
        </>
      }
    >
      {() => children}
    </Menu>
  );
}

type DisplayItemProps = {
  icon?: ReactNode;
  checked: boolean;
  /** Whether others may be chosen beside it. */
  several?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

/** A choice of how a view is shown, with a check when it is made. */
export function DisplayItem({ checked, ...item }: DisplayItemProps) {
  return <MenuItem {...item} checked={checked} hint={checked ? <Icon name="check" /> : null} />;
}
