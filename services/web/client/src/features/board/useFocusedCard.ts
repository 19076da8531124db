import { useMemo } from "react";
import { nearness } from "~/shared/commands/registry";
import { useChangeTask } from "~/shared/domain/useChangeTask";
import { useTaskCommands } from "~/shared/domain/useTaskCommands";
import type { Focus } from "./focus";
import type { PlaceOf } from "./places";

/** Offers what can be done with the card that has the focus. */
export function useFocusedCard(project: string, focused: Focus | null, placeOf: PlaceOf): void {
  const change = useChangeTask(project);
  const cards = focused ? placeOf(focused.statusId, focused.lane).cards : [];
  const card = cards.find((item) => item.key === focused?.key);
  const subject = useMemo(
    () => card && { task: card, change: (patch: Parameters<typeof change>[1]) => change(card, patch) },
    [card, change],
  );
  useTaskCommands(subject, nearness.focused);
}
