import { hasStatus, reasonOf } from "~/shared/api/problem";
import { toast } from "~/shared/ui/toasts";

/** Says that a part of a project was not saved, and why; how to go on when somebody else was faster. */
export function sayNotSaved(title: string, error: Error, goOn: string): void {
  toast(title, {
    tone: "bad",
    detail: hasStatus(error, 412) ? `Somebody else changed the project meanwhile. ${goOn}` : reasonOf(error),
  });
}
