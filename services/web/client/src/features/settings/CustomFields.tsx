import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { customFieldsQuery } from "~/shared/api/customFields";
import type { CustomField, CustomFieldType, Project } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { hasStatus, reasonOf } from "~/shared/api/problem";
import { typeNameOf } from "~/shared/domain/customValues";
import { withNote } from "~/shared/domain/options";
import { Button } from "~/shared/ui/Button";
import { Section } from "~/shared/ui/Section";
import { Empty, Failure, Skeleton } from "~/shared/ui/States";
import { FieldEditor } from "./FieldEditor";

type CustomFieldsProps = { project: Project; readOnly: boolean };

/** The fields that a project adds to its tasks, and the way to edit them. An older api knows of none. */
export function CustomFields({ project: { key }, readOnly }: CustomFieldsProps) {
  const query = useQuery(customFieldsQuery(key));
  const [begun, setBegun] = useState<CustomFieldType | null>(null);
  const { data } = query;
  if (hasStatus(query.error, 404)) return null;
  const edits = begun !== null && !readOnly;
  const isEmpty = data?.fields.length === 0;
  return (
    <Section
      title="Custom fields"
      note={
        edits
          ? "A field that tasks have values in cannot be removed, nor an option that they have: archive the field instead."
          : "What the tasks of this project have beside what all tasks have."
      }
      action={
        readOnly || edits || !data || isEmpty ? null : (
          <Button icon="edit" onClick={() => setBegun("text")}>
            Edit custom fields
          </Button>
        )
      }
    >
      {data && begun && edits ? (
        <FieldEditor project={key} latest={data} first={begun} onClose={() => setBegun(null)} />
      ) : data && isEmpty ? (
        <Empty
          icon="label"
          title="No custom fields yet"
          actions={
            readOnly ? null : (
              <>
                <Button icon="add" onClick={() => setBegun("text")}>
                  Add the first field
                </Button>
                <Button icon="add" onClick={() => setBegun("component")}>
                  Add components
                </Button>
                <Button icon="add" onClick={() => setBegun("version")}>
                  Add versions
                </Button>
              </>
            )
          }
        >
          <p>
            They hold what only this project asks of a task, such as a “Customer tier” to choose, or the day
            of its “Go-live”. Components are the parts that tasks are about, versions what they are meant for.
            All are found by queries, and shown in the list and on cards.
          </p>
        </Empty>
      ) : data ? (
        <ul className="rows" aria-label="Custom fields">
          {data.fields.map((field) => (
            <FieldRow key={field.id} field={field} />
          ))}
        </ul>
      ) : query.isError ? (
        <Failure
          title="The custom fields could not be loaded"
          reason={reasonOf(query.error)}
          onRetry={() => void query.refetch()}
        />
      ) : (
        <Skeleton label="Loading the custom fields" lines={3} />
      )}
    </Section>
  );
}

function FieldRow({ field: { name, type, options, archived } }: { field: CustomField }) {
  const people = usePeople();
  return (
    <li className="row">
      <span className="row-main">
        {name}
        {options.length > 0 ? (
          <span className="row-note">{options.map((option) => withNote(option, people)).join(", ")}</span>
        ) : null}
      </span>
      {archived ? <span className="tag">archived</span> : null}
      <span className="row-note">{typeNameOf(type)}</span>
    </li>
  );
}
