import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { View } from "~/shared/api/generated/api";
import { usePeople } from "~/shared/api/people";
import { includesRole, projectQuery } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { useCommands } from "~/shared/commands/registry";
import type { TaskFilter } from "~/shared/domain/taskFilter";
import { Confirm } from "~/shared/ui/Confirm";
import { Icon } from "~/shared/ui/Icon";
import { Menu } from "~/shared/ui/Menu";
import { useViewChanges } from "./useViewChanges";
import { ViewDialog } from "./ViewDialog";
import { ViewItems } from "./ViewItems";
import type { ListView } from "./view";
import { contentOf, differs, type OpenView, searchOf, viewsQuery } from "./viewContent";
import "./views.css";

type SavedViewsProps = {
  project: string;
  filter: TaskFilter;
  view: ListView;
  saved: OpenView;
};

/** The saved views: opens them, and keeps what the list shows as one. */
export function SavedViews({ project, filter, view, saved }: SavedViewsProps) {
  const { data } = useQuery(viewsQuery(project));
  const { data: head } = useQuery(projectQuery(project));
  const people = usePeople();
  const me = useMe()?.id;
  const [asked, setAsked] = useState<"new" | "edit" | "remove" | null>(null);
  const { save, remove } = useViewChanges(project);

  const views = [...(data ?? [])].sort((a, b) => a.name.localeCompare(b.name));
  const open = (one: View) => saved.onOpen(searchOf(one));
  useCommands(
    views.map((one) => ({
      id: `view-${one.id}`,
      group: "Views",
      title: one.name,
      icon: <Icon name="bookmark" />,
      words: "saved view filter query",
      checked: one.id === saved.id,
      run: () => open(one),
    })),
  );
  if (!data || !head) return null;

  const names = { statuses: head.statuses, people: [...people.values()] };
  const content = contentOf(filter, view, names);
  const current = views.find(({ id }) => id === saved.id);
  const isChanged = current !== undefined && differs(content, current, names);
  return (
    <>
      <Menu
        label={current ? `View: ${current.name}${isChanged ? ", changed" : ""}` : "Views"}
        triggerClass="button button-secondary views-trigger"
        align="end"
        trigger={
          <>
            <Icon name="bookmark" />
            <span className="button-text">{current?.name ?? "Views"}</span>
            {isChanged ? <span className="views-changed" aria-hidden="true" /> : null}
          </>
        }
      >
        {(close) => {
          const closing =
            <V,>(act: (value: V) => void) =>
            (value: V) => {
              close();
              act(value);
            };
          return (
            <ViewItems
              views={views}
              current={current}
              isChanged={isChanged}
              mayChange={current?.ownerId === me || includesRole(head.role, "maintainer")}
              onOpen={closing(open)}
              onSave={closing((one: View) => save.mutate({ view: one, content }))}
              onAsk={closing(setAsked)}
            />
          );
        }}
      </Menu>
      {asked === "new" || (asked === "edit" && current) ? (
        <ViewDialog
          project={project}
          view={asked === "edit" && current ? current : null}
          content={content}
          mayShare={includesRole(head.role, "member")}
          onClose={() => setAsked(null)}
          onSaved={(one) => (asked === "new" ? open(one) : undefined)}
        />
      ) : null}
      {asked === "remove" && current ? (
        <Confirm
          title={`Remove ${current.name}?`}
          action="Remove view"
          onClose={() => setAsked(null)}
          onConfirm={() => remove.mutate(current)}
        >
          {current.shared ? `Everyone in ${project} loses this view. ` : ""}No task changes.
        </Confirm>
      ) : null}
    </>
  );
}
