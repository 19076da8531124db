/** A refused field of a request. */
type FieldError = { field: string; message: string };

/** A problem as the services answer it (RFC 9457), or made here when no service answered. */
type Problem = {
  status: number;
  code: string;
  title: string;
  detail?: string | undefined;
  errors: FieldError[];
  /** Where in a query the fault is. */
  at?: { position: number; length: number } | undefined;
};

/** Why a query cannot be read, and where. */
export type QueryFault = { position: number; length: number; detail: string };

/** A request that did not succeed. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ApiError";
    this.problem = problem;
  }
}

/** Reads a problem out of an unknown body; what is missing is filled from the status. */
export function toProblem(status: number, body: unknown): Problem {
  const fields = isRecord(body) ? body : {};
  const title = text(fields["title"]) ?? titleOf(status);
  return {
    status,
    code: text(fields["code"]) ?? `http-${status}`,
    title,
    detail: text(fields["detail"]),
    errors: Array.isArray(fields["errors"]) ? fields["errors"].flatMap(toFieldError) : [],
    at: toSpan(fields["position"], fields["length"]),
  };
}

/** The sentence that tells a person why something did not work. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) return "Something unexpected happened in the page itself.";
  const first = error.problem.errors[0];
  return error.problem.detail ?? (first ? `${first.field}: ${first.message}` : error.problem.title);
}

/** The message for one field of a refused request, if the refusal names it. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return error.problem.errors.find((item) => item.field === field)?.message;
}

/** Whether a refusal names nothing but these fields, so that each can be told at its own. */
export function isAbout(error: unknown, fields: readonly string[]): boolean {
  if (!(error instanceof ApiError) || error.problem.errors.length === 0) return false;
  return error.problem.errors.every(({ field }) => fields.includes(field));
}

/** The fault of a refused query. */
export function queryFault(error: unknown): QueryFault | null {
  if (!(error instanceof ApiError) || error.problem.code !== "invalid-query") return null;
  return { position: 0, length: 0, ...error.problem.at, detail: reasonOf(error) };
}

/** Whether this failure means that nobody answered, so that waiting may help. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && [0, 502, 503, 504].includes(error.problem.status);
}

/** Whether a request failed with this HTTP status. */
export function hasStatus(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.problem.status === status;
}

function titleOf(status: number): string {
  if (status === 0) return "PMT does not answer";
  if (status === 413) return "This is too large";
  return status >= 500 ? "PMT could not do this just now" : "PMT refused this";
}

function toSpan(position: unknown, length: unknown) {
  return typeof position === "number" && typeof length === "number" ? { position, length } : undefined;
}

function toFieldError(item: unknown): FieldError[] {
  if (!isRecord(item)) return [];
  const field = text(item["field"]);
  const message = text(item["message"]);
  return field && message ? [{ field, message }] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
