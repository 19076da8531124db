import { Markdown } from "~/shared/ui/Markdown";
import type { FieldOf } from "./shapes";
import { TypeName } from "./TypeName";

type FieldTableProps = { caption: string; fields: (FieldOf & { place?: string })[] };

/** Names, types and rules of what is sent or answered. */
export function FieldTable({ caption, fields }: FieldTableProps) {
  return (
    <dl className="reference-fields" aria-label={caption}>
      {fields.map(({ name, place, required, type, limits, about }) => (
        <div key={`${place} ${name}`}>
          <dt>
            <code>{name}</code>
            <span className="reference-note">
              {place ? `${place}, ` : ""}
              {required ? "required" : "optional"}
            </span>
          </dt>
          <dd>
            <TypeName type={type} />
            {limits ? <span className="reference-note"> {limits}</span> : null}
            {about ? <Markdown source={about} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
