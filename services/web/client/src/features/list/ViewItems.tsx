import type { View } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { useMe } from "~/shared/api/session";
import { Icon } from "~/shared/ui/Icon";
import { MenuItem, MenuLine } from "~/shared/ui/Menu";

type ViewItemsProps = {
  views: readonly View[];
  current: View | undefined;
  isChanged: boolean;
  mayChange: boolean;
  onOpen: (view: View) => void;
  onSave: (view: View) => void;
  onAsk: (what: "new" | "edit" | "remove") => void;
};

/** The views to choose from, and what can be done with the one that is shown. */
export function ViewItems({ views, current, isChanged, mayChange, onOpen, onSave, onAsk }: ViewItemsProps) {
  const own = views.filter(({ shared }) => !shared);
  const shared = views.filter((view) => view.shared);
  return (
    <>
      <Group label="Yours" views={own} current={current} onOpen={onOpen} />
      <Group label="Shared" views={shared} current={current} onOpen={onOpen} />
      {views.length === 0 ? (
        <p className="menu-label">No views yet. One keeps filters, order and columns under a name.</p>
      ) : null}
      <MenuLine />
      {current && isChanged ? (
        <>
          {mayChange ? (
            <MenuItem icon={<Icon name="check" />} onSelect={() => onSave(current)}>
              Save changes to “{current.name}”
            </MenuItem>
          ) : null}
          <MenuItem icon={<Icon name="retry" />} onSelect={() => onOpen(current)}>
            Back to “{current.name}” as saved
          </MenuItem>
        </>
      ) : null}
      <MenuItem icon={<Icon name="add" />} onSelect={() => onAsk("new")}>
        Save as a new view…
      </MenuItem>
      {current && mayChange ? (
        <>
          <MenuItem icon={<Icon name="edit" />} onSelect={() => onAsk("edit")}>
            Name and sharing…
          </MenuItem>
          <MenuItem icon={<Icon name="close" />} onSelect={() => onAsk("remove")}>
            Remove “{current.name}”…
          </MenuItem>
        </>
      ) : null}
    </>
  );
}

type GroupProps = Pick<ViewItemsProps, "views" | "current" | "onOpen"> & { label: string };

function Group({ label, views, current, onOpen }: GroupProps) {
  const people = usePeople();
  const me = useMe()?.id;
  if (views.length === 0) return null;
  return (
    <>
      <p className="menu-label">{label}</p>
      {views.map((view) => (
        <MenuItem
          key={view.id}
          icon={<Icon name="bookmark" />}
          checked={view.id === current?.id}
          hint={view.ownerId === me ? undefined : people.get(view.ownerId)?.name}
          onSelect={() => onOpen(view)}
        >
          {view.name}
        </MenuItem>
      ))}
    </>
  );
}
