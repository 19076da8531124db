// Makes examples of JSON schemas out of the examples that they give.

const formats = {
  uuid: "01939f2e-6f0a-7c3b-9d51-2f6a8f1c4e7b",
  date: "2026-11-30",
  "date-time": "2026-11-30T09:41:00Z",
  uri: "https://pmt.example.org/",
  email: "ana@example.org",
};

/** Returns an example; where a schema gives none, the plainest value that it allows. */
export function example(given, name, resolve, depth = 0) {
  const own = ownExample(given);
  if (own !== undefined) return own;
  const schema = resolve(given);
  const inner = ownExample(schema);
  if (inner !== undefined) return inner;
  if (schema.oneOf) return example(schema.oneOf[0], name, resolve, depth);
  const type = [schema.type ?? (schema.properties ? "object" : "string")].flat()[0];
  switch (type) {
    case "object":
      return object(schema, resolve, depth);
    case "array":
      return depth > 6 ? [] : [example(schema.items ?? {}, name, resolve, depth + 1)];
    case "boolean":
      return false;
    case "integer":
    case "number":
      return schema.minimum ?? 0;
    case "null":
      return null;
    default:
      return formats[schema.format] ?? name;
  }
}

function object(schema, resolve, depth) {
  const entries = Object.entries(schema.properties ?? {});
  return Object.fromEntries(entries.map(([name, one]) => [name, example(one, name, resolve, depth + 1)]));
}

function ownExample(schema) {
  return schema.example ?? schema.examples?.[0] ?? schema.const ?? schema.enum?.[0];
}
