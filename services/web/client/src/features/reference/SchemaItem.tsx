import { Markdown } from "~/shared/ui/Markdown";
import { FieldTable } from "./FieldTable";
import { Item } from "./Item";
import type { Schema } from "./shapes";
import { TypeName } from "./TypeName";

/** A named shape of data. */
export function SchemaItem({ schema: { name, about, type, fields } }: { schema: Schema }) {
  return (
    <Item id={name} head={<code className="reference-path">{name}</code>}>
      {about ? <Markdown source={about} /> : null}
      {fields.length > 0 ? (
        <FieldTable caption={`Fields of ${name}`} fields={fields} />
      ) : (
        <TypeName type={type} />
      )}
    </Item>
  );
}
