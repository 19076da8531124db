import { useState } from "react";
import type { OneTimeLink as Link, User } from "~/shared/api/generated/auth";
import { useMe } from "~/shared/api/session";
import { globalRoles } from "~/shared/domain/names";
import { Avatar } from "~/shared/ui/Avatar";
import { Confirm } from "~/shared/ui/Confirm";
import { Select } from "~/shared/ui/Field";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { OneTimeLink } from "./OneTimeLink";
import { useUserChanges } from "./useUserChanges";

/** One person with role and state; administrators change them here. */
export function UserRow({ user, isAdmin }: { user: User; isAdmin: boolean }) {
  const isMe = useMe()?.id === user.id;
  const [link, setLink] = useState<Link | null>(null);
  const [asking, setAsking] = useState(false);
  const { setRole, setActive, makeLink } = useUserChanges(user, setLink);
  const role = globalRoles.find((item) => item.role === user.role);
  return (
    <li className="row">
      <Avatar user={user} size={28} />
      <span className="row-main">
        <span className="row-title">
          {user.name}
          {isMe ? <span className="row-me"> (you)</span> : null}
        </span>
        <span className="row-note">{user.email ?? ""}</span>
      </span>
      {user.active ? null : <span className="tag tag-warn">inactive</span>}
      {isAdmin ? (
        <Select
          className="role-select"
          aria-label={`Role of ${user.name}`}
          value={user.role}
          onChange={(event) => {
            const chosen = globalRoles.find((item) => item.role === event.target.value);
            if (chosen) setRole(chosen.role);
          }}
        >
          {globalRoles.map((item) => (
            <option key={item.role} value={item.role}>
              {item.name}
            </option>
          ))}
        </Select>
      ) : (
        <span className="tag">{role?.name}</span>
      )}
      {isAdmin ? (
        <Menu
          label={`More for ${user.name}`}
          triggerClass="icon-button"
          align="end"
          trigger={<Icon name="more" />}
        >
          {(close) => {
            const then = (action: () => void) => () => {
              close();
              action();
            };
            return (
              <>
                <MenuItem
                  icon={<Icon name="key" />}
                  disabled={!user.active}
                  onSelect={then(() => makeLink())}
                >
                  Link to set a new password
                </MenuItem>
                <MenuLine />
                {user.active ? (
                  <MenuItem icon={<Icon name="logout" />} onSelect={then(() => setAsking(true))}>
                    Deactivate…
                  </MenuItem>
                ) : (
                  <MenuItem icon={<Icon name="retry" />} onSelect={then(() => setActive(true))}>
                    Activate
                  </MenuItem>
                )}
              </>
            );
          }}
        </Menu>
      ) : null}
      {asking ? (
        <Confirm
          title={`Deactivate ${user.name}?`}
          action="Deactivate"
          onClose={() => setAsking(false)}
          onConfirm={() => setActive(false)}
        >
          <p>
            {isMe ? "You are" : `${user.name} is`} signed out everywhere at once, and API tokens and open
            links stop working for good.
          </p>
          <p>Tasks and their history stay. An administrator can let them in again, with the same password.</p>
        </Confirm>
      ) : null}
      {link ? (
        <OneTimeLink
          title={`A new password for ${user.name}`}
          name={user.name}
          link={link}
          onClose={() => setLink(null)}
        />
      ) : null}
    </li>
  );
}
