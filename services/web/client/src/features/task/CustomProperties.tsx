import { useCustomFields } from "~/shared/api/customFields";
import type { CustomField, CustomValuesPatch, Task, TaskPatch } from "~/shared/api/generated/api";
import { AddressValue } from "~/shared/domain/Address";
import { CustomControl } from "~/shared/domain/CustomControl";
import { PlainValue, Property } from "~/shared/domain/Property";
import { useFullText, useValueText } from "~/shared/domain/useValueText";
import { IconButton } from "~/shared/ui/Button";

type CustomPropertiesProps = { task: Task; readOnly: boolean; onChange: (patch: TaskPatch) => void };

/** The custom fields of a task's project, edited in place; archived ones while the task has a value in them. */
export function CustomProperties({ task, readOnly, onChange }: CustomPropertiesProps) {
  const fields = useCustomFields(task.projectKey);
  // an api of before knows of no values
  const values = task.customFields ?? {};
  const shown = fields.filter(({ id, archived }) => !archived || values[id] !== undefined);
  return shown.map((field) => {
    const onValue = (value: CustomValuesPatch[string]) => onChange({ customFields: { [field.id]: value } });
    return (
      <Property key={field.id} name={field.name} note={field.archived ? "archived" : undefined}>
        {field.archived ? (
          <ArchivedValue field={field} task={task} onClear={readOnly ? undefined : () => onValue(null)} />
        ) : (
          <CustomControl
            field={field}
            value={values[field.id]}
            projectKey={task.projectKey}
            readOnly={readOnly}
            onValue={onValue}
          />
        )}
      </Property>
    );
  });
}

type ArchivedValueProps = { field: CustomField; task: Task; onClear: (() => void) | undefined };

/** What a task still has in a field that takes no further values: it can only be taken away. */
function ArchivedValue({ field, task, onClear }: ArchivedValueProps) {
  const value = task.customFields[field.id];
  const names = useValueText()(field, value);
  const full = useFullText()(field, value);
  const text = field.type === "version" ? full : names;
  return (
    <span className="property-parent">
      {field.type === "url" ? <AddressValue address={text} /> : <PlainValue text={text} title={full} />}
      {onClear ? <IconButton icon="close" label={`Clear ${field.name}`} onClick={onClear} /> : null}
    </span>
  );
}
