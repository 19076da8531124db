import { useMemo } from "react";
import { renderMarkdown } from "~/shared/lib/markdown";
import "./markdown.css";

/** Markdown as text to read. */
export function Markdown({ source }: { source: string }) {
  const html = useMemo(() => renderMarkdown(source), [source]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown sanitises, and its tests attack it
  return <div className="markdown" dangerouslySetInnerHTML={{ __html: html }} />;
}
