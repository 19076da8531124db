import type { CustomField, TaskItem } from "~/shared/api/generated/api";
import { AddressLink } from "~/shared/domain/AddressLink";
import { nobody } from "~/shared/domain/choices";
import { textOf } from "~/shared/domain/customValues";
import { useFullText, useValueText } from "~/shared/domain/useValueText";
import { Avatar } from "~/shared/ui/Avatar";
import type { Choice } from "~/shared/ui/Picker";
import { useList } from "./ListContext";
import { Value } from "./Value";

type CustomCellProps = { field: CustomField; task: TaskItem; tabIndex: number };

const none: Choice<string> = { value: "none", label: "None" };

/** What a task has in a custom field: people and options are picked in place, the rest is shown. */
export function CustomCell({ field, task, tabIndex }: CustomCellProps) {
  const { people, assignees, change } = useList();
  // an api of before knows of no values
  const value = task.customFields?.[field.id];
  const text = useValueText()(field, value);
  const full = useFullText()(field, value);
  const picked = { label: `${field.name} of ${task.key}`, tabIndex, fixed: field.archived };
  const pick = (nothing: string) => (id: string) =>
    change(task, { customFields: { [field.id]: id === nothing ? null : id } });
  const plain = text ? (
    <span className="list-value" title={full}>
      <span>{text}</span>
    </span>
  ) : null;
  switch (field.type) {
    case "select": {
      const options = field.options.map(({ id, name }) => ({ value: id, label: name }));
      return (
        <Value
          {...picked}
          value={textOf(value) || none.value}
          choices={[none, ...options]}
          onPick={pick(none.value)}
        >
          <span className={text ? undefined : "visually-hidden"}>{text || none.label}</span>
        </Value>
      );
    }
    case "user":
      return (
        <Value {...picked} value={textOf(value) || nobody} choices={assignees} onPick={pick(nobody)}>
          <Avatar user={people.get(textOf(value))} size={18} />
          <span className={text ? undefined : "visually-hidden"}>{text || "Nobody"}</span>
        </Value>
      );
    case "number":
      return <span className="list-number">{text}</span>;
    case "date":
      return text ? (
        <time className="list-day" dateTime={textOf(value)}>
          {text}
        </time>
      ) : null;
    case "url":
      return (
        <AddressLink address={text} className="list-value list-address" tabIndex={tabIndex} plain={plain} />
      );
    default:
      return plain;
  }
}
