import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { dismissToast, toastStore } from "~/shared/ui/toasts";

// A busy machine may take its time; nothing waits longer than it must.
configure({ asyncUtilTimeout: 15_000 });

// What jsdom lacks of the platform the client builds on.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
HTMLElement.prototype.showPopover = () => {};
HTMLElement.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// A windowed list draws what fits; without layout every element claims the same box.
for (const side of ["offsetHeight", "offsetWidth", "clientHeight", "clientWidth"] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 600 });
}

afterEach(() => {
  cleanup();
  for (const { id } of toastStore.snapshot()) dismissToast(id);
  sessionStorage.clear();
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

// Auto scrolling needs layout, and complains about its absence.
vi.mock("@atlaskit/pragmatic-drag-and-drop-auto-scroll/element", () => ({
  autoScrollForElements: () => () => {},
}));
