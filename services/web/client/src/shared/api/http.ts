import { areaOf, noteAnswer, noteSession, noteSilence } from "./connectivity";
import { ApiError, toProblem } from "./problem";

type Options = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
};

/** A body together with the version that `If-Match` wants back. */
export type Versioned<T> = { data: T; etag: string | null };

/** Sends JSON and reads JSON; a refusal is thrown as an {@link ApiError}. */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  return read<T>(await send(path, options));
}

/** As {@link request}, keeping the answer's ETag. */
export async function requestVersioned<T>(path: string, options: Options = {}): Promise<Versioned<T>> {
  const response = await send(path, options);
  return { data: await read<T>(response), etag: response.headers.get("ETag") };
}

/** Sends a request and gives the raw answer if it is a success. */
export async function send(
  path: string,
  { method = "GET", body, headers = {}, signal }: Options,
): Promise<Response> {
  const json = body !== undefined && !(body instanceof Blob);
  const response = await answer(path, {
    method,
    headers: {
      Accept: "application/json",
      ...(json ? { "Content-Type": "application/json" } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    cache: "no-store",
  });
  if (response.ok || response.status === 304) {
    noteAnswer(areaOf(path));
    return response;
  }
  const problem = toProblem(response.status, await response.json().catch(() => null));
  if (response.status === 401) noteSession(false);
  if ([502, 503, 504].includes(response.status)) noteSilence(areaOf(path));
  throw new ApiError(problem);
}

async function answer(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    noteSilence("edge");
    throw new ApiError(toProblem(0, { detail: "The connection failed. It is tried again by itself." }));
  }
}

async function read<T>(response: Response): Promise<T> {
  const body = response.status === 204 ? null : await response.json();
  return body;
}
