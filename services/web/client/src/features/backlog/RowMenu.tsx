import type { TaskItem } from "~/shared/api/generated/api";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem, MenuLine } from "~/shared/ui/Menu";
import { useBacklog } from "./BacklogContext";
import { nameOf } from "./names";
import { placeAt, type Section, usualPlace } from "./sections";

/** The menu on a row: where its task can be moved without dragging. */
export function RowMenu({ task, section }: { task: TaskItem; section: Section }) {
  const { sections, move } = useBacklog();
  return (
    <Menu
      label={`Move ${task.key}`}
      triggerClass="backlog-menu icon-button"
      align="end"
      trigger={<Icon name="more" />}
    >
      {(close) => (
        <>
          {sections.map((to) => (
            <MenuItem
              key={to.id}
              icon={<Icon name={to.sprint ? "flag" : "list"} />}
              checked={to.id === section.id}
              hint={to.id === section.id ? <Icon name="check" /> : null}
              onSelect={() => {
                close();
                if (to.id !== section.id) move(task, (moved) => usualPlace(to, moved));
              }}
            >
              {nameOf(to)}
            </MenuItem>
          ))}
          <MenuLine />
          <MenuItem
            onSelect={() => {
              close();
              move(task, (moved) => placeAt(section, 0, moved));
            }}
          >
            To the top of {nameOf(section)}
          </MenuItem>
          <MenuItem
            disabled={section.hasMore}
            onSelect={() => {
              close();
              move(task, (moved) => placeAt(section, section.tasks.length, moved));
            }}
          >
            To the end of {nameOf(section)}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
