import { useKeys } from "~/shared/keys/useKeys";
import { currentCommands, perform } from "./registry";

/** Every key of a command does what the command does, wherever the command is offered. */
export function useCommandKeys(): void {
  useKeys({}, (pressed) => {
    const command = currentCommands().find((item) => item.keys?.toLowerCase() === pressed);
    return command && (() => perform(command));
  });
}
