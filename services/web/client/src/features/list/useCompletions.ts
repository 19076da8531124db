import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Completions } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";

const settle = 120;
const none: Completions = { position: 0, length: 0, items: [] };

/** What may stand at a place of a query, asked for once the typing pauses; nothing without a place. */
export function useCompletions(project: string, query: string, place: number | null): Completions {
  const [asked, setAsked] = useState<string | null>(null);
  const wanted = place === null ? null : new URLSearchParams({ project, query, at: `${place}` }).toString();
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), settle);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data } = useQuery({
    queryKey: ["completions", asked],
    queryFn: ({ signal }) => request<Completions>(`/api/v1/queries/completions?${asked}`, { signal }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  });
  return wanted !== null && wanted === asked && data ? data : none;
}
