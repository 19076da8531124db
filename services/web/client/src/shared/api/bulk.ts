import type { BulkChange, BulkPatch, BulkPreview } from "./generated/api";
import { request } from "./http";
import { projectPath } from "./projects";

/** The tasks of a bulk change: named, or all that a query finds when it begins. */
export type BulkSelection = { tasks: string[] } | { query: string };

function bulkPath(project: string, rest = ""): string {
  return `${projectPath(project)}/bulk-changes${rest && `/${rest}`}`;
}

/** Begins a change of many tasks. */
export function beginBulk(project: string, which: BulkSelection, change: BulkPatch): Promise<BulkChange> {
  return request<BulkChange>(bulkPath(project), { method: "POST", body: { ...which, change } });
}

/** Tells what a change would come to. */
export function previewBulk(project: string, which: BulkSelection, change: BulkPatch): Promise<BulkPreview> {
  return request<BulkPreview>(bulkPath(project, "preview"), { method: "POST", body: { ...which, change } });
}

/** Reads how far a change is. */
export function readBulk({ projectKey, id }: BulkChange): Promise<BulkChange> {
  return request<BulkChange>(bulkPath(projectKey, id));
}

/** Begins to undo a change. */
export function undoBulk({ projectKey, id }: BulkChange): Promise<BulkChange> {
  return request<BulkChange>(bulkPath(projectKey, `${id}/undo`), { method: "POST" });
}
