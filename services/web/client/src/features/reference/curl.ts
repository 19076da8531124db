import type { Operation, Parameter } from "./shapes";

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

function header({ name, example }: Parameter): string {
  return name === "Idempotency-Key"
    ? `-H "${name}: $(uuidgen)"`
    : `-H ${quoted(`${name}: ${example ?? '"1"'}`)}`;
}

/** Returns the command that sends an operation's example to an installation, with a personal token in PMT_TOKEN. */
export function curlOf(operation: Operation, origin: string): string {
  const { method, path, parameters, body } = operation;
  const filled = parameters
    .filter(({ place }) => place === "path")
    .reduce((url, { name, example }) => url.replace(`{${name}}`, encodeURIComponent(example ?? name)), path);
  const query = parameters
    .filter(({ place, required }) => place === "query" && required)
    .map(({ name, example }) => `${name}=${encodeURIComponent(example ?? "")}`);
  const headers = parameters.filter(
    ({ place, name, required }) =>
      place === "header" && (required || name === "If-Match" || name === "Idempotency-Key"),
  );
  const url = `${origin}${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  return [
    `curl${method === "GET" ? "" : ` -X ${method}`} ${quoted(url)}`,
    '-H "Authorization: Bearer $PMT_TOKEN"',
    ...headers.map(header),
    ...(body?.media ? [`-H ${quoted(`Content-Type: ${body.media}`)}`] : []),
    ...(body?.example ? [`-d ${quoted(body.example)}`] : []),
    ...(body?.media && body.example === null ? ["--data-binary @FILE"] : []),
  ].join(" \\\n  ");
}
