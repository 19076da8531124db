import { undoLast } from "~/shared/domain/undo";
import { useHeldKeys } from "~/shared/keys/useHeldKeys";

/** Ctrl-Z, or Cmd-Z, undoes one's own last change of this page; in a field it is the browser's. */
export function useUndoKey(): void {
  useHeldKeys({ z: undoLast });
}
