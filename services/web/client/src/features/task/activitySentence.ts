import type { Activity, CustomField, FieldChange } from "~/shared/api/generated/api";
import { priorityNames, typeNames } from "~/shared/domain/names";
import { formatPlainDay } from "~/shared/lib/days";
import { custom, isCustom } from "./activityCustom";
import { relationSentence } from "./activityRelations";
import { enumerated, estimate, labels, minutes, points } from "./activityValues";

/** A piece of a sentence: the page's own words, or a value that people gave. */
export type Piece = string | { value: string };

/** What people call the ids that a history carries. */
export type Names = {
  person: (id: string) => string;
  status: (id: string) => string;
  sprint: (id: string) => string;
  field: (id: string) => CustomField | undefined;
};

export type Values = Pick<FieldChange, "from" | "to">;

/** What somebody did to a task, as the part of a sentence after their name. */
export function sentenceOf(activity: Activity, names: Names): Piece[] {
  const { kind, actorId, changes } = activity;
  switch (kind) {
    case "created":
      return ["created this task"];
    case "archived":
      return ["archived this task"];
    case "unarchived":
      return ["brought this task back"];
    case "related":
    case "unrelated":
      return relationSentence(activity);
    case "attached":
      return ["attached ", ...changes.map(({ to }) => ({ value: to ?? "" }))];
    case "detached":
      return ["deleted the attachment ", ...changes.map(({ from }) => ({ value: from ?? "" }))];
    case "logged":
      return ["logged ", ...changes.map(({ to }) => minutes(to))];
    case "log-corrected":
      return ["corrected logged time to ", ...changes.map(({ to }) => minutes(to))];
    case "unlogged":
      return ["deleted ", ...changes.map(({ from }) => minutes(from)), " of logged time"];
    default: {
      const clauses = changes.flatMap((change) => clausesOf(change, actorId, names));
      return clauses.length > 0 ? enumerated(clauses) : ["changed this task"];
    }
  }
}

function clausesOf(change: FieldChange, actorId: string | null, names: Names): Piece[][] {
  switch (change.field) {
    case "statusId":
      return [["moved this", ...fromTo(change, names.status)]];
    case "assigneeId":
      return [assignment(change, actorId, names.person)];
    case "title":
      return [["changed the title", ...fromTo(change, (title) => title, "“", "”")]];
    case "description":
      return [["changed the description"]];
    case "type":
      return [["changed the type", ...fromTo(change, nameIn(typeNames))]];
    case "priority":
      return [["changed the priority", ...fromTo(change, nameIn(priorityNames))]];
    case "points":
      return [points(change)];
    case "estimateMinutes":
      return [estimate(change)];
    case "startDate":
      return [day("start date", change)];
    case "dueDate":
      return [day("due date", change)];
    case "labels":
      return labels(change);
    case "parentKey":
      return [["changed the parent", ...fromTo(change, (key) => key)]];
    case "sprintId":
      return [["moved this", ...fromTo(sprintOrBacklog(change), names.sprint)]];
    default:
      if (isCustom(change)) return [custom(change, names)];
      // A newer server may name a field that this page has not heard of.
      return [["changed this task"]];
  }
}

/** Out of a sprint is into the backlog, and the other way round. */
function sprintOrBacklog({ from, to }: Values): Values {
  return { from: from ?? "backlog", to: to ?? "backlog" };
}

function fromTo({ from, to }: Values, name: (value: string) => string, open = "", close = ""): Piece[] {
  const end = (word: string, value: string | null): Piece[] =>
    value === null ? [] : [` ${word} ${open}`, { value: name(value) }, close];
  return [...end("from", from), ...end("to", to)];
}

function assignment({ from, to }: Values, actorId: string | null, person: Names["person"]): Piece[] {
  const isOwn = (id: string) => id === actorId;
  if (to === null) {
    if (from === null || isOwn(from)) return ["removed their own assignment"];
    return ["unassigned ", { value: person(from) }];
  }
  if (from === null) return isOwn(to) ? ["self-assigned this"] : ["assigned this to ", { value: person(to) }];
  const heir: Piece = isOwn(to) ? "themselves" : { value: person(to) };
  return ["reassigned this from ", { value: person(from) }, " to ", heir];
}

function day(name: string, { from, to }: Values): Piece[] {
  if (to === null) return [`removed the ${name}`];
  if (from === null) return [`set the ${name} to `, { value: formatPlainDay(to) }];
  return [`changed the ${name}`, ...fromTo({ from, to }, formatPlainDay)];
}

function nameIn(names: Record<string, string>): (value: string) => string {
  const known = new Map(Object.entries(names));
  return (value) => known.get(value) ?? value;
}
