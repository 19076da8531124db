/** The parts of PMT that can be away on their own. */
export type Area = "edge" | "api" | "auth";

/** How the client stands with the server: which parts are silent, and whether the session has ended. */
type Connectivity = { silent: readonly Area[]; signedOut: boolean };

let state: Connectivity = { silent: [], signedOut: false };
const listeners = new Set<() => void>();

function become(next: Connectivity) {
  state = next;
  for (const listener of listeners) listener();
}

/** The part of PMT behind a path; none for pages that say themselves when they get no answer. */
export function areaOf(path: string): Area | undefined {
  if (path === "/api/v1/admin/map") return undefined;
  if (/^\/api\/v1\/(users|admin\/events\/auth)\b/.test(path)) return "auth";
  return path.startsWith("/api/v1/") ? "api" : "edge";
}

/** A part answered, and so the edge did too. */
export function noteAnswer(area: Area | undefined): void {
  const silent = state.silent.filter((item) => item !== area && item !== "edge");
  if (silent.length !== state.silent.length) become({ ...state, silent });
}

/** A part did not answer, or the edge said that it is away. */
export function noteSilence(area: Area | undefined): void {
  if (area && !state.silent.includes(area)) become({ ...state, silent: [...state.silent, area] });
}

/** The session ended, or is good (again). */
export function noteSession(signedIn: boolean): void {
  if (state.signedOut === signedIn) become({ ...state, signedOut: !signedIn });
}

/** The store behind the banner. */
export const connectivity = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: () => state,
};
