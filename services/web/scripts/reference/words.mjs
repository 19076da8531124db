// Says types and limits of JSON schemas in words.

/** Returns a type as pieces of text, each with the schema that it names, if any. */
export function typeOf(schema) {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
    return [{ text: name, schema: name }];
  }
  if (schema.oneOf)
    return schema.oneOf.flatMap((one, i) => [...(i === 0 ? [] : [{ text: " or " }]), ...typeOf(one)]);
  if (schema.const !== undefined) return [{ text: JSON.stringify(schema.const) }];
  if (schema.enum) return [{ text: schema.enum.map((one) => JSON.stringify(one)).join(" | ") }];
  const types = [schema.type ?? "any"].flat();
  if (types.includes("array")) return [{ text: "list of " }, ...typeOf(schema.items ?? {})];
  const named = types.map((one) => (one !== "null" && schema.format ? `${one} (${schema.format})` : one));
  return [{ text: named.join(" or ") }];
}

const range = (from, to, of) => {
  if (from === undefined && to === undefined) return [];
  if (to === undefined) return [`${of} ≥ ${from}`];
  return from === undefined ? [`${of} ≤ ${to}`] : [`${of} ${from} to ${to}`];
};

/** Returns what a value is held to, in words. */
export function constraints(schema) {
  return [
    ...range(schema.minLength, schema.maxLength, "length"),
    ...range(schema.minimum, schema.maximum, "value"),
    ...range(schema.minItems, schema.maxItems, "items"),
    ...(schema.pattern ? [`pattern ${schema.pattern}`] : []),
    ...(schema.default === undefined || schema.default === ""
      ? []
      : [`default ${JSON.stringify(schema.default)}`]),
  ].join(", ");
}
