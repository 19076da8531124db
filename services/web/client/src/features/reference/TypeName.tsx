import type { TypePart } from "./shapes";

/** A type, from which one gets to the schemas that it names. */
export function TypeName({ type }: { type: TypePart[] }) {
  return (
    <code className="reference-type">
      {type.map(({ text, schema }) =>
        schema ? (
          <a key={text} href={`#${schema}`}>
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </code>
  );
}
