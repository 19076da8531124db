import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { type Command, onPalette, openPalette, type Step } from "~/shared/commands/registry";
import { Icon } from "~/shared/ui/Icon";

const Palette = lazy(async () => ({ default: (await import("~/features/palette/Palette")).Palette }));

/** Opens the palette with Ctrl or Cmd and K, also out of fields, and wherever a command has a further list. */
export function PaletteHost({ project }: { project: string | undefined }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<{ start: Step | null } | null>(null);
  const isOpen = useRef(false);
  isOpen.current = open !== null;

  useEffect(() => onPalette((start) => setOpen({ start })), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      if (isOpen.current) setOpen(null);
      else if (!document.querySelector("dialog[open]")) openPalette();
    };
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, []);

  const typed = useCallback(
    (text: string): Command[] => {
      const taskKey = taskKeyOf(text, project);
      if (!taskKey) return [];
      const run = () => void navigate({ to: "/browse/$taskKey", params: { taskKey } });
      return [
        { id: `open-${taskKey}`, title: `Open ${taskKey}`, group: "Task", icon: <Icon name="arrow" />, run },
      ];
    },
    [navigate, project],
  );
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Palette start={open.start} typed={typed} onClose={() => setOpen(null)} />
    </Suspense>
  );
}

/** The key of a task as typed: whole, in small letters, or only its number. */
function taskKeyOf(text: string, project: string | undefined): string | undefined {
  if (/^[a-z][a-z0-9]{1,9}-\d{1,9}$/i.test(text)) return text.toUpperCase();
  return project && /^#?\d{1,9}$/.test(text) ? `${project}-${text.replace("#", "")}` : undefined;
}
