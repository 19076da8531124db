type Toast = {
  id: number;
  tone: "plain" | "good" | "bad";
  text: string;
  detail?: string | undefined;
  undo?: (() => void) | undefined;
  /** Something else that can be done about it. */
  action?: { label: string; run: () => void } | undefined;
  /** How far something is; such a message stays until it is changed. */
  progress?: { done: number; total: number } | undefined;
  /** A message takes the place of an earlier one of the same slot. */
  slot?: string | undefined;
};

type Options = Partial<Omit<Toast, "id" | "text">>;
type Listener = () => void;

const lifetime = 6000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<Listener>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a short message for a few seconds, perhaps with a way back; failures stay twice as long. Returns its id. */
export function toast(text: string, options: Options = {}): number {
  const added: Toast = { tone: "plain", ...options, id: ++last, text };
  const others = toasts.filter(({ slot }) => slot === undefined || slot !== added.slot);
  const short = others.filter(({ progress }) => !progress).slice(-2);
  change([...others.filter((item) => item.progress || short.includes(item)), added]);
  endInTime(added);
  return added.id;
}

/** Says something else in the place of a message; shows it anew when it was taken away meanwhile. */
export function changeToast(id: number, text: string, options: Options = {}): void {
  const changed: Toast = { tone: "plain", ...options, id, text };
  const isShown = toasts.some((item) => item.id === id);
  if (!isShown && changed.progress) return;
  change(isShown ? toasts.map((item) => (item.id === id ? changed : item)) : [...toasts, changed]);
  endInTime(changed);
}

/** Takes a message away before its time. */
export function dismissToast(id: number): void {
  change(toasts.filter((item) => item.id !== id));
}

function endInTime({ id, tone, progress }: Toast): void {
  if (!progress) setTimeout(() => dismissToast(id), tone === "bad" ? 2 * lifetime : lifetime);
}

/** The store behind the toasts on screen. */
export const toastStore = {
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: () => toasts,
};
