import { DisplayItem, DisplayMenu } from "~/shared/ui/DisplayMenu";
import { Icon } from "~/shared/ui/Icon";
import { hasSide } from "./place";
import type { ScheduleProps } from "./useScheduleScreen";

/** What beside the dated tasks is shown. */
export function ScheduleDisplay({ asked, place, onPlace, onArchived }: ScheduleProps) {
  const side = hasSide(place);
  return (
    <DisplayMenu>
      <DisplayItem
        icon={<Icon name="backlog" />}
        several
        checked={side}
        onSelect={() => onPlace({ side: side ? "off" : undefined })}
      >
        Tasks without a date
      </DisplayItem>
      <DisplayItem
        icon={<Icon name="archive" />}
        several
        checked={asked.archived}
        onSelect={() => onArchived(!asked.archived)}
      >
        Archived tasks
      </DisplayItem>
    </DisplayMenu>
  );
}
