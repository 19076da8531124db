/** A request as the fake sees it. */
export type FakeRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
};

/** An answer of the fake. */
export type FakeAnswer = { status: number; headers?: Record<string, string>; body?: unknown };

/** What answers at a route, given the path's variable parts. */
export type Handler = (request: FakeRequest, ...path: string[]) => FakeAnswer;

/** A success with a body. */
export function ok(body: unknown): FakeAnswer {
  return { status: 200, body };
}

/** A refusal. */
export function problem(status: number, code: string): FakeAnswer {
  return {
    status,
    body: { type: `https://pmt.dev/problems/${code}`, title: code, status, code, detail: `Refused: ${code}` },
  };
}
