import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type MouseEvent, useMemo } from "react";
import { projectsQuery } from "~/shared/api/projects";
import { renderMarkdown } from "~/shared/lib/markdown";
import { onPlainClick } from "~/shared/lib/onPlainClick";
import { linkedTask } from "~/shared/lib/taskLinks";
import "./markdown.css";

/** Markdown as text to read. Links to tasks lead there without loading the page anew. */
export function Markdown({ source }: { source: string }) {
  const { data: projects } = useQuery(projectsQuery);
  const navigate = useNavigate();
  const known = useMemo(() => new Set((projects ?? []).map(({ key }) => key)), [projects]);
  const html = useMemo(() => renderMarkdown(source, known), [source, known]);
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
