import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "./pmt";

/** A backlog to import and the number of issues in it. */
export type Backlog = { file: string; issues: number; first: string };

/**
 * The real backlog of 1,680 issues, from PMT_DATA or beside the repository. Under CI its absence is a failure;
 * elsewhere a small sample of our own stands in.
 */
export function mesos(): Backlog {
  const folder = process.env["PMT_DATA"] ?? resolve(root, "../shared/data/story-points");
  const file = join(folder, "mesos.csv");
  if (existsSync(file)) return { file, issues: 1680, first: "MESOS-313" };
  if (process.env["CI"] === "true") throw new Error(`The data folder must hold mesos.csv: ${folder}`);
  const sample = resolve(import.meta.dirname, "../fixtures/mesos-sample.csv");
  const first = /^(MESOS-\d+),/m.exec(readFileSync(sample, "utf8"))?.[1] ?? "";
  return { file: sample, issues: 6, first };
}
