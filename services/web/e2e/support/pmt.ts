import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "@playwright/test";

/** The repository's root, where the launcher lives. */
export const root = resolve(import.meta.dirname, "../../../..");

/** The launcher under test: the repository's own, or the one that PMT_LAUNCHER names. */
const launcher = process.env["PMT_LAUNCHER"] ?? "./pmt";

const startLimit = 600_000;

/** A PMT of its own: started by the launcher on a free port, with its data in a temporary home. */
export class Pmt {
  readonly home = mkdtempSync(join(tmpdir(), "pmt-journey-"));
  output = "";
  private process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly topology: string,
  ) {}

  /** Starts one in the topology that the tests' project is named after. */
  static async start(): Promise<Pmt> {
    const pmt = new Pmt(await freePort(), test.info().project.name);
    await pmt.up();
    return pmt;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Runs `./pmt up` and waits until it says that it serves. */
  async up(): Promise<void> {
    const begun = this.output.length;
    const options = ["--port", String(this.port), "--home", this.home, "--topology", this.topology];
    const child = spawn(launcher, ["up", ...options], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.process = child;
    const hear = (text: Buffer) => {
      this.output += text.toString();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    let gone = false;
    child.once("exit", () => {
      gone = true;
    });
    const deadline = Date.now() + startLimit;
    while (!this.output.slice(begun).includes(`serves at ${this.url}`)) {
      if (gone || Date.now() > deadline)
        throw new Error(`./pmt up must serve at ${this.url}:\n${this.output}`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  /** The link that makes the first administrator: on the terminal, or in the private file named there. */
  async firstAdministratorLink(): Promise<string> {
    const link = /http:\/\/\S+\/auth\/link\/\S+/;
    const file = /one-time link is in (\S+)/;
    const deadline = Date.now() + 30_000;
    for (;;) {
      const shown = link.exec(this.output)?.[0];
      if (shown) return shown;
      const kept = file.exec(this.output)?.[1];
      if (kept) return readFileSync(kept, "utf8").trim();
      if (Date.now() > deadline) throw new Error(`./pmt up must tell the one-time link:\n${this.output}`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  /** Kills its JVMs as a power cut would: no signal handler runs. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** Stops it as Ctrl+C would, and starts it again. */
  async restart(): Promise<void> {
    await this.end("SIGTERM");
    await this.up();
  }

  /** Stops it as Ctrl+C would and takes its data away. */
  async close(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.home, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    // The JVM on top of the others ends them itself, unless nothing is to be left in order.
    const jvms = [child.pid, ...descendants(child.pid)].filter(isJava);
    for (const pid of signal === "SIGKILL" ? jvms : jvms.slice(0, 1)) process.kill(pid, signal);
    await ended;
  }
}

/** The launcher becomes the JVM by exec, or is its parent. PostgreSQL's processes are not touched. */
function isJava(pid: number): boolean {
  return /\bjava$/.test(ps("comm=", pid));
}

function descendants(pid: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const parents = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    parents.flatMap(([child, of]) => (of === parent && child ? [child, ...below(child)] : []));
  return below(pid);
}

function ps(column: string, pid: number): string {
  try {
    return execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => found(port));
    });
  });
}
