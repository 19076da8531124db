// Reads an OpenAPI 3.1 contract as the reference shows it: references resolved, types in words, an example for each body.
import { example } from "./example.mjs";
import { constraints, typeOf } from "./words.mjs";

const methods = ["get", "post", "put", "patch", "delete"];

/** Returns a service's operations by tag and its schemas; the shapes are those of `features/reference/shapes.ts`. */
export function read(name, document) {
  const resolve = (node) => (node?.$ref ? resolve(target(document, node.$ref)) : node);
  const base = document.servers[0].url.replace(/\/$/, "");
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => operation(method, base + path, item, item[method], resolve)),
  );
  const tags = document.tags ?? [{ name }];
  return {
    name,
    title: document.info.title,
    about: document.info.description ?? document.info.summary ?? "",
    groups: tags.map((tag) => ({
      name: tag.name,
      about: tag.description ?? "",
      operations: operations.filter((one) => (one.tag ?? name) === tag.name),
    })),
    schemas: Object.entries(document.components?.schemas ?? {}).map(([title, schema]) => ({
      name: title,
      about: schema.description ?? "",
      type: typeOf(schema),
      fields: fields(schema),
    })),
  };
}

function operation(method, path, item, described, resolve) {
  const parameters = [...(item.parameters ?? []), ...(described.parameters ?? [])].map(resolve);
  const body = content(resolve(described.requestBody), resolve);
  return {
    id: described.operationId,
    tag: described.tags?.[0],
    method: method.toUpperCase(),
    path,
    summary: described.summary,
    about: described.description ?? "",
    parameters: parameters.map((one) => ({
      place: one.in,
      ...field(one.name, one.schema, one.required === true),
      about: one.description ?? one.schema.description ?? "",
      example: one.in === "path" || one.required ? text(example(one.schema, one.name, resolve)) : null,
    })),
    body,
    answers: Object.entries(described.responses).map(([status, given]) => {
      const answer = resolve(given);
      return {
        status,
        about: answer.description ?? "",
        headers: Object.keys(answer.headers ?? {}),
        ...(content(answer, resolve, status.startsWith("2")) ?? { media: null, type: [], example: null }),
      };
    }),
  };
}

/** Returns media type, type and example of the first content, null without one; refusals are alike, so theirs are not made up. */
function content(holder, resolve, isMade = true) {
  const first = Object.entries(holder?.content ?? {})[0];
  if (!first) return null;
  const [media, { schema = {}, ...given }] = first;
  const explicit = given.example ?? resolve(Object.values(given.examples ?? {})[0])?.value;
  const value = explicit ?? (isMade && media.includes("json") ? example(schema, "", resolve) : null);
  return { media, type: typeOf(schema), example: value === null ? null : text(value) };
}

function fields(schema) {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, one]) => field(name, one, required.has(name)));
}

function field(name, schema, required) {
  return {
    name,
    required,
    type: typeOf(schema),
    limits: constraints(schema),
    about: schema.description ?? "",
  };
}

function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function target(document, reference) {
  return reference
    .slice(2)
    .split("/")
    .reduce((node, step) => node[step.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}
