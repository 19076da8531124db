import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type MouseEvent, useMemo } from "react";
import { peopleQuery } from "~/shared/api/people";
import { projectsQuery } from "~/shared/api/projects";
import { useMe } from "~/shared/api/session";
import { renderMarkdown } from "~/shared/lib/markdown";
import { mayMention } from "~/shared/lib/mentions";
import { onPlainClick } from "~/shared/lib/onPlainClick";
import { linkedTask } from "~/shared/lib/taskLinks";
import "./markdown.css";

/** Markdown as text to read. Links to tasks lead there without loading the page anew; people have their names. */
export function Markdown({ source }: { source: string }) {
  const { data: projects } = useQuery(projectsQuery);
  const navigate = useNavigate();
  const known = useMemo(() => new Set((projects ?? []).map(({ key }) => key)), [projects]);
  const people = useMentioned(source);
  const html = useMemo(() => renderMarkdown(source, known, people), [source, known, people]);
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const taskKey = link && linkedTask(link);
    if (taskKey) onPlainClick(() => void navigate({ to: "/browse/$taskKey", params: { taskKey } }))(event);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links within are what is clicked, by Enter too
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className="markdown"
      onClick={follow}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown sanitises, and its tests attack it
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}

/** Who reads, and the names of those who may be mentioned; asked for only where somebody is. */
function useMentioned(source: string) {
  const wanted = mayMention(source);
  const { data } = useQuery({ ...peopleQuery, enabled: wanted });
  const me = useMe()?.id;
  return useMemo(() => {
    const names = new Map(wanted ? data?.map(({ id, name }) => [id, name]) : []);
    return { me, nameOf: (id: string) => names.get(id) };
  }, [wanted, data, me]);
}
