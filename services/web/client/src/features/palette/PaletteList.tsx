import type { Command } from "~/shared/commands/registry";
import { Icon } from "~/shared/ui/Icon";
import { Keys } from "~/shared/ui/States";
import type { Group } from "./matches";

type PaletteListProps = {
  id: string;
  label: string;
  groups: readonly Group[];
  current: Command | undefined;
  /** What is said when nothing matches. */
  none: string;
  onPick: (command: Command) => void;
  onPoint: (command: Command) => void;
};

/** The commands that match, under their headings; the field above drives it. */
export function PaletteList({ id, label, groups, current, none, onPick, onPoint }: PaletteListProps) {
  return (
    <>
      <div id={id} role="listbox" aria-label={label} className="palette-list" tabIndex={-1}>
        {groups.map(({ name, commands }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
          <div key={name} role="group" aria-label={name}>
            {name === label ? null : (
              <p className="palette-group" aria-hidden="true">
                {name}
              </p>
            )}
            {commands.map((command) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field above
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (active descendant)
              <div
                key={command.id}
                id={`${id}-${command.id}`}
                role="option"
                aria-selected={command === current}
                className="palette-option"
                onClick={() => onPick(command)}
                onMouseMove={() => onPoint(command)}
              >
                <span className="palette-icon">{command.icon}</span>
                <span className="palette-title">{command.title}</span>
                {command.checked ? <Icon name="check" /> : null}
                {command.keys ? <Keys>{command.keys}</Keys> : null}
                {command.next ? <Icon name="chevron" className="palette-more" /> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      {groups.length === 0 ? (
        <p className="palette-none" role="status">
          {none}
        </p>
      ) : null}
    </>
  );
}
