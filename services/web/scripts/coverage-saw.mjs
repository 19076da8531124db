// Proves that the coverage gate looked at the client: a percentage of nothing passes every threshold.
import { readFileSync } from "node:fs";

const least = { files: 80, lines: 1000 };
const summary = JSON.parse(
  readFileSync(new URL("../target/coverage/coverage-summary.json", import.meta.url), "utf8"),
);
const files = Object.keys(summary).length - 1;
const lines = summary.total.lines.total;
console.log(`Coverage saw ${files} files with ${lines} lines; ${summary.total.lines.pct} % of them ran.`);
if (files < least.files || lines < least.lines) {
  console.error(`The gate must see at least ${least.files} files and ${least.lines} lines.`);
  process.exit(1);
}
