import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Priority, Profile, Status, TaskType } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { membersQuery } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import type { MayGo } from "~/shared/api/workflow";
import { Avatar } from "~/shared/ui/Avatar";
import type { Choice } from "~/shared/ui/Picker";
import { PriorityGlyph, StatusGlyph, TypeGlyph } from "./Glyphs";
import { priorities, priorityNames, taskTypes, typeNames } from "./names";

/** The value that stands for "nobody" where a person is picked. */
export const nobody = "none";

export const typeChoices: readonly Choice<TaskType>[] = taskTypes.map((type) => ({
  value: type,
  label: typeNames[type],
  icon: <TypeGlyph type={type} />,
}));

export const priorityChoices: readonly Choice<Priority>[] = priorities.map((priority) => ({
  value: priority,
  label: priorityNames[priority],
  icon: <PriorityGlyph priority={priority} />,
}));

/** The statuses of a project as choices, in board order. */
export function statusChoices(statuses: readonly Status[]): Choice<string>[] {
  return statuses.map((status) => ({
    value: status.id,
    label: status.name,
    icon: <StatusGlyph category={status.category} />,
  }));
}

/**
 * The statuses as choices for tasks that have some of them: those to which the workflow does not lead say from where, and
 * where it does not lead for any of the tasks, cannot be chosen.
 */
export function nextChoices(
  statuses: readonly Status[],
  from: readonly string[],
  mayGo: MayGo,
): Choice<string>[] {
  return statusChoices(statuses).map((choice) => {
    const shut = statuses.filter(({ id }) => from.includes(id) && !mayGo(id, choice.value));
    if (shut.length === 0) return choice;
    const hint = `not from ${shut.map(({ name }) => name).join(", ")}`;
    return { ...choice, hint, disabled: from.every((id) => !mayGo(id, choice.value)) };
  });
}

/** The members of a project as people to look for: nobody first, then me, then the others by name. */
export function useMemberChoices(projectKey: string): Choice<string>[] {
  return useChoices(projectKey, true);
}

/** Those members who may be given a task: who is shut out keeps what they have. */
export function useAssigneeChoices(projectKey: string): Choice<string>[] {
  return useChoices(projectKey, false);
}

function useChoices(projectKey: string, withInactive: boolean): Choice<string>[] {
  const { data: members } = useQuery(membersQuery(projectKey));
  const people = usePeople();
  const me = useMe()?.id;
  return useMemo(() => {
    const known = (members ?? [])
      .flatMap((member) => people.get(member.userId) ?? [])
      .filter(({ active }) => active || withInactive);
    known.sort((a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name));
    return [
      { value: nobody, label: "Nobody", icon: <Avatar user={null} /> },
      ...known.map((person) => personChoice(person, person.id === me)),
    ];
  }, [members, people, me, withInactive]);
}

function personChoice(person: Profile, isMe: boolean): Choice<string> {
  return {
    value: person.id,
    label: person.name,
    icon: <Avatar user={person} />,
    ...(isMe ? { hint: "me" } : {}),
  };
}
