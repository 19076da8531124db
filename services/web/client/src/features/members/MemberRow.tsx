import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Member } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { useMe } from "~/shared/api/session";
import { usersQuery } from "~/shared/api/users";
import { projectRoles } from "~/shared/domain/names";
import { Avatar } from "~/shared/ui/Avatar";
import { Button, IconButton } from "~/shared/ui/Button";
import { Dialog, DialogActions } from "~/shared/ui/Dialog";
import { Select } from "~/shared/ui/Field";
import { useMemberChange } from "./useMembers";

type MemberRowProps = { project: string; member: Member; mayManage: boolean; mayGrantOwner: boolean };

/** One member with the role to change and the way to remove. */
export function MemberRow({ project, member, mayManage, mayGrantOwner }: MemberRowProps) {
  const person = usePeople().get(member.userId);
  const { data: users } = useQuery(usersQuery);
  const email = users?.find(({ id }) => id === member.userId)?.email;
  const isMe = useMe()?.id === member.userId;
  const { mutate } = useMemberChange(project);
  const [leaving, setLeaving] = useState(false);
  const name = person?.name ?? "Unknown person";
  const roles = projectRoles.filter(({ role }) => mayGrantOwner || role !== "owner");
  return (
    <li className="row">
      <Avatar user={person} size={28} />
      <span className="row-main">
        <span className="row-title">
          {name}
          {isMe ? <span className="row-me"> (you)</span> : null}
        </span>
        <span className="row-note">{email ?? ""}</span>
      </span>
      {person?.active === false ? <span className="tag tag-warn">inactive</span> : null}
      {mayManage ? (
        <Select
          className="role-select"
          aria-label={`Role of ${name}`}
          value={member.role}
          onChange={(event) => {
            const role = projectRoles.find((item) => item.role === event.target.value)?.role;
            if (role) mutate({ userId: member.userId, role });
          }}
        >
          {roles.map((item) => (
            <option key={item.role} value={item.role}>
              {item.name}
            </option>
          ))}
        </Select>
      ) : (
        <span className="tag">{projectRoles.find((item) => item.role === member.role)?.name}</span>
      )}
      {mayManage || isMe ? (
        <IconButton
          icon={isMe ? "logout" : "trash"}
          label={isMe ? "Leave the project" : `Remove ${name}`}
          onClick={() => setLeaving(true)}
        />
      ) : null}
      {leaving ? (
        <Dialog title={isMe ? "Leave the project?" : `Remove ${name}?`} onClose={() => setLeaving(false)}>
          <p>
            {isMe ? "You" : name} will no longer see {project}. Tasks and their history stay as they are.
          </p>
          <DialogActions>
            <Button onClick={() => setLeaving(false)}>Cancel</Button>
            <Button
              look="danger"
              onClick={() => {
                setLeaving(false);
                mutate({ userId: member.userId, role: null });
              }}
            >
              {isMe ? "Leave" : "Remove"}
            </Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </li>
  );
}
