import { Link } from "@tanstack/react-router";
import { includesRole, useProjectRole } from "~/shared/api/projects";
import { TypeGlyph } from "~/shared/domain/Glyphs";
import { Others } from "~/shared/domain/Others";
import { copyText } from "~/shared/lib/copyText";
import { IconButton } from "~/shared/ui/Button";
import { Icon } from "~/shared/ui/Icon";
import { Menu, MenuItem } from "~/shared/ui/Menu";
import type { TaskOnScreen } from "./useTask";

type TaskHeadProps = { taskKey: string; screen: TaskOnScreen; onClose?: () => void };

/** The key of a task and what can be done with the task as a whole. */
export function TaskHead({ taskKey, screen, onClose }: TaskHeadProps) {
  const { task, archive, isSaving } = screen;
  const mayChange = includesRole(useProjectRole(task?.projectKey ?? ""), "member");
  return (
    <div className="task-head">
      {onClose ? (
        <span className="task-key">
          {task ? <TypeGlyph type={task.type} /> : null}
          {taskKey}
        </span>
      ) : null}
      <span className="task-saving" role="status">
        {isSaving ? "Saving…" : ""}
      </span>
      <Others topic={task ? `task:${task.id}` : null} />
      <IconButton
        icon="copy"
        label="Copy the link"
        onClick={() => void copyText(`${window.location.origin}/browse/${taskKey}`, "Link copied")}
      />
      {onClose ? (
        <Link
          to="/browse/$taskKey"
          params={{ taskKey }}
          className="icon-button"
          aria-label="Open as a page"
          title="Open as a page"
        >
          <Icon name="expand" />
        </Link>
      ) : null}
      {task && mayChange ? (
        <Menu label="More" triggerClass="icon-button" align="end" trigger={<Icon name="more" />}>
          {(close) => (
            <MenuItem
              icon={<Icon name="archive" />}
              onSelect={() => {
                close();
                archive.mutate(!task.archived);
              }}
            >
              {task.archived ? "Bring back" : "Archive"}
            </MenuItem>
          )}
        </Menu>
      ) : null}
      {onClose ? <IconButton icon="close" label="Close the task" keys="Esc" onClick={onClose} /> : null}
    </div>
  );
}
