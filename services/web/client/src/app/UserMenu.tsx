import { useNavigate } from "@tanstack/react-router";
import type { SignedIn } from "~/shared/api/generated/gateway";
import { chooseTheme, type Theme, useTheme } from "~/shared/lib/theme";
import { Avatar } from "~/shared/ui/Avatar";
import { Icon, type IconName } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";

const themes: readonly { theme: Theme; name: string; icon: IconName }[] = [
  { theme: "system", name: "As the system", icon: "monitor" },
  { theme: "light", name: "Light", icon: "sun" },
  { theme: "dark", name: "Dark", icon: "moon" },
];

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
            <MenuItem icon={<Icon name="help" />} hint={<kbd>?</kbd>} onSelect={then(onKeys)}>
              Keys
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

/** Leaves by a form, as the edge wants it: the answer is a redirect through the identity provider. */
function signOut() {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/session/sign-out";
  document.body.append(form);
  form.submit();
}
