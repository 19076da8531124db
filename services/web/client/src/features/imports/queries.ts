import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Import, ImportErrorPage, ImportPage, ImportPreview } from "~/shared/api/generated/api";
import { request } from "~/shared/api/http";
import { type Mapping, mappingParameters } from "./mapping";

const previewBytes = 256 * 1024;
const pollEvery = 700;

/** Whether an import still goes on. */
export function isRunning(item: Pick<Import, "state">): boolean {
  return item.state === "queued" || item.state === "running";
}

/** The imports of a project, newest first; asked again while one of them runs. */
export function importsQuery(project: string) {
  return queryOptions({
    queryKey: ["imports", project],
    queryFn: ({ signal }) => request<ImportPage>(`/api/v1/imports?project=${project}&limit=25`, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? 2 * pollEvery : false),
  });
}

/** One import, followed until it has ended. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ["import", id],
    queryFn: ({ signal }) => request<Import>(`/api/v1/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data === undefined || isRunning(state.data) ? pollEvery : false),
  });
}

/** The rejected rows of an import in file order. */
export function importErrorsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["import-errors", id],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === "" ? "" : `&cursor=${encodeURIComponent(pageParam)}`;
      return request<ImportErrorPage>(`/api/v1/imports/${id}/errors?limit=50${cursor}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}

/** What an import of this file would read, from its first 256 KB. */
export function previewQuery(project: string, file: File, mapping: Mapping) {
  const parameters = new URLSearchParams([
    ["project", project],
    ["partial", String(file.size > previewBytes)],
    ...mappingParameters(mapping),
  ]);
  return queryOptions({
    queryKey: ["import-preview", project, file.name, file.size, file.lastModified, mapping],
    queryFn: ({ signal }) =>
      request<ImportPreview>(`/api/v1/imports/preview?${parameters}`, {
        method: "POST",
        body: file.slice(0, previewBytes),
        headers: { "Content-Type": "text/csv" },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The address that takes the file. */
export function uploadPath(project: string, file: File, mapping: Mapping, dryRun: boolean): string {
  const parameters = new URLSearchParams([
    ["project", project],
    ["filename", file.name],
    ["dryRun", String(dryRun)],
    ...mappingParameters(mapping),
  ]);
  return `/api/v1/imports?${parameters}`;
}
