type Toast = {
  id: number;
  tone: "plain" | "good" | "bad";
  text: string;
  detail?: string | undefined;
  undo?: (() => void) | undefined;
};

type Listener = () => void;

const lifetime = 6000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<Listener>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a short message for a few seconds, perhaps with a way back; failures stay twice as long. */
export function toast(text: string, options: Partial<Pick<Toast, "tone" | "detail" | "undo">> = {}): void {
  const added: Toast = { tone: "plain", ...options, id: ++last, text };
  change([...toasts.slice(-2), added]);
  setTimeout(() => dismissToast(added.id), added.tone === "bad" ? 2 * lifetime : lifetime);
}

/** Takes a message away before its time. */
export function dismissToast(id: number): void {
  change(toasts.filter((item) => item.id !== id));
}

/** The store behind the toasts on screen. */
export const toastStore = {
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: () => toasts,
};
