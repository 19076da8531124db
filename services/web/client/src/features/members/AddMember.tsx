import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Member, ProjectRole } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { usersQuery } from "~/shared/api/users";
import { projectRoles } from "~/shared/domain/names";
import { Avatar } from "~/shared/ui/Avatar";
import { Button } from "~/shared/ui/Button";
import { Select } from "~/shared/ui/Field";
import { Icon } from "~/shared/ui/Icon";
import { type Choice, Picker } from "~/shared/ui/Picker";
import { useMemberChange } from "./useMembers";

type AddMemberProps = { project: string; members: readonly Member[]; mayGrantOwner: boolean };

/** Adds one of the people who can sign in to the project. */
export function AddMember({ project, members, mayGrantOwner }: AddMemberProps) {
  const people = usePeople();
  const { data: users } = useQuery(usersQuery);
  const { mutate } = useMemberChange(project);
  const [userId, setUserId] = useState<string | null>(null);
  const [role, setRole] = useState<ProjectRole>("member");
  const inside = new Set(members.map((member) => member.userId));
  const others = [...people.values()].filter(({ id, active }) => active && !inside.has(id));
  const chosen = userId === null || inside.has(userId) ? undefined : people.get(userId);
  if (people.size > 0 && others.length === 0) {
    return (
      <p className="add-note">Everyone who can sign in is a member. An administrator can add more users.</p>
    );
  }
  const emails = new Map(users?.map(({ id, email }) => [id, email]));
  const choices = others.map<Choice<string>>((person) => {
    const hint = emails.get(person.id);
    return {
      value: person.id,
      label: person.name,
      icon: <Avatar user={person} />,
      ...(hint ? { hint } : {}),
    };
  });
  return (
    <form
      className="add-member"
      aria-label="Add a member"
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return;
        mutate({ userId: chosen.id, role });
        setUserId(null);
      }}
    >
      <Picker
        label="Person"
        className="input add-person"
        value={chosen?.id ?? null}
        choices={choices}
        filterable
        onPick={setUserId}
      >
        {chosen ? <Avatar user={chosen} /> : <Icon name="user" />}
        <span>{chosen?.name ?? "Choose a person…"}</span>
      </Picker>
      <Select
        className="role-select"
        aria-label="Role of the new member"
        value={role}
        onChange={(event) =>
          setRole(projectRoles.find((item) => item.role === event.target.value)?.role ?? "member")
        }
      >
        {projectRoles
          .filter((item) => mayGrantOwner || item.role !== "owner")
          .map((item) => (
            <option key={item.role} value={item.role}>
              {item.name}
            </option>
          ))}
      </Select>
      <Button type="submit" look="primary" icon="add" disabled={!chosen}>
        Add
      </Button>
    </form>
  );
}
