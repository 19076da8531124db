import { useNavigate } from "@tanstack/react-router";
import type { SignedIn } from "~/shared/api/generated/gateway";
import { signOut } from "~/shared/api/session";
import { chooseTheme, useTheme } from "~/shared/lib/theme";
import { Avatar } from "~/shared/ui/Avatar";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { themes } from "./themes";

/** The signed-in person: theme, keys, status of the installation, and the way out. */
export function UserMenu({ me, onKeys }: { me: SignedIn; onKeys: () => void }) {
  const navigate = useNavigate();
  const theme = useTheme();
  return (
    <Menu
      label={`${me.name}: menu`}
      triggerClass="user-button"
      trigger={
        <>
          <Avatar user={me} size={22} />
          <span className="user-name">{me.name}</span>
          <Icon name="chevron" />
        </>
      }
    >
      {(close) => {
        const then = (action: () => void) => () => {
          close();
          action();
        };
        return (
          <>
            <p className="user-mail">{me.email}</p>
            {themes.map(({ theme: id, name, icon }) => (
              <MenuItem
                key={id}
                icon={<Icon name={icon} />}
                checked={theme === id}
                hint={theme === id ? <Icon name="check" /> : null}
                onSelect={() => chooseTheme(id)}
              >
                {name}
              </MenuItem>
            ))}
            <MenuLine />
            <MenuItem icon={<Icon name="user" />} onSelect={then(() => void navigate({ to: "/account" }))}>
              Your account
            </MenuItem>
            <MenuItem icon={<Icon name="help" />} hint={<kbd>?</kbd>} onSelect={then(onKeys)}>
              Keys
            </MenuItem>
            <MenuItem icon={<Icon name="file" />} onSelect={then(() => void navigate({ to: "/reference" }))}>
              API reference
            </MenuItem>
            <MenuItem icon={<Icon name="pulse" />} onSelect={then(() => void navigate({ to: "/status" }))}>
              Status of PMT
            </MenuItem>
            <MenuLine />
            <MenuItem icon={<Icon name="logout" />} onSelect={signOut}>
              Sign out
            </MenuItem>
          </>
        );
      }}
    </Menu>
  );
}
