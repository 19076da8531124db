import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { LaunchOptions } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const packaged = "@sparticuz/chromium@153.0.0";
const shelf = resolve(import.meta.dirname, "../../target/chromium");

/** How to start a Chromium: the one named by CHROMIUM, the machine's own, or as the last resort an npm package's. */
export async function chromium(): Promise<LaunchOptions> {
  const own = process.env["CHROMIUM"] ?? onPath();
  const quiet = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-sync",
  ];
  if (own) return { executablePath: own, args: quiet };
  return fromPackage();
}

function onPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Fetches the package only when it is needed, outside the project's own dependencies: it weighs 60 MB. */
async function fromPackage(): Promise<LaunchOptions> {
  const home = join(shelf, "node_modules/@sparticuz/chromium");
  if (!existsSync(join(home, "package.json"))) {
    console.log(`No Chromium on this machine; taking the npm package ${packaged}`);
    execFileSync("npm", ["install", "--prefix", shelf, "--no-save", "--no-package-lock", packaged], {
      stdio: "inherit",
    });
  }
  const entry = join(home, "build/index.js");
  const { default: shipped } = await import(pathToFileURL(entry).href);
  return { executablePath: await shipped.executablePath(), args: [...shipped.args, "--no-sandbox"] };
}
