/** What this browser keeps under a name; null when it keeps nothing there, or nothing at all. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps something under a name; where the browser refuses, it lasts as long as the page remembers it. */
export function keep(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // A refused or full storage costs only the next visit's memory.
  }
}
