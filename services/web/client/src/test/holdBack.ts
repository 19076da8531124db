import { vi } from "vitest";

/** Holds requests back on their way to the fake PMT, until they are let go. */
export function holdBack(method: string, path: RegExp): () => void {
  const served = globalThis.fetch;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  vi.stubGlobal("fetch", async (address: string, init?: RequestInit) => {
    const { pathname } = new URL(address, "http://localhost");
    if ((init?.method ?? "GET") === method && path.test(pathname)) await gate;
    return served(address, init);
  });
  return letGo;
}
