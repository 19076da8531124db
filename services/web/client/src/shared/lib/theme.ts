import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark" | "system";

const key = "pmt.theme";
const listeners = new Set<() => void>();

/** The chosen theme; "system" follows the device. */
function currentTheme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Chooses a theme and remembers it on this device. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A browser may refuse storage; the choice then lasts until the next load.
  }
  for (const listener of listeners) listener();
}

/** The chosen theme, and again whenever it changes. */
export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentTheme);
}
