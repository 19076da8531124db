import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Response } from "@playwright/test";
import Ajv, { type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse } from "yaml";
import { root } from "./pmt";

type Answer = { $ref?: string; content?: Record<string, unknown> };
type Operation = { responses: Record<string, Answer> };
type File = { servers: { url: string }[]; paths: Record<string, Record<string, Operation>> };
type Promised = { method: string; path: RegExp; responses: string; operation: Operation; file: string };

/** Holds every answer that a browser gets from PMT's services against their OpenAPI files. */
export class Contracts {
  /** What was not as promised, a line each. */
  readonly complaints: string[] = [];
  checked = 0;
  private readonly ajv = formats(new Ajv({ strict: false, allErrors: true }));
  private readonly files = new Map<string, File>();
  private readonly promises: Promised[] = [];
  private readonly pending: Promise<void>[] = [];

  constructor(context: BrowserContext) {
    for (const service of readdirSync(join(root, "services"))) this.read(service);
    context.on("response", (response) => this.pending.push(this.hold(response)));
  }

  /** Waits until the answers so far have been looked at. */
  async settle(): Promise<void> {
    await Promise.all(this.pending);
  }

  private read(service: string): void {
    const path = join(root, "services", service, "contract/openapi.yaml");
    let text: string;
    try {
      text = readFileSync(path, "utf8");
    } catch {
      return;
    }
    const file: File = parse(text);
    this.files.set(service, file);
    this.ajv.addSchema(file, service);
    const base = (file.servers[0]?.url ?? "").replace(/\/$/, "");
    for (const [template, item] of Object.entries(file.paths))
      for (const [method, operation] of Object.entries(item))
        this.promises.push({
          method: method.toUpperCase(),
          path: new RegExp(`^${(base + template).replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
          responses: `#/paths/${pointer(template)}/${method}/responses`,
          operation,
          file: service,
        });
    // A name without parameters counts before a template that would cover it too.
    this.promises.sort((a, b) => a.responses.split("{").length - b.responses.split("{").length);
  }

  private async hold(response: Response): Promise<void> {
    const method = response.request().method();
    const path = new URL(response.url()).pathname;
    const promised = this.promises.find((one) => one.method === method && one.path.test(path));
    if (!promised) return;
    const status = String(response.status());
    const key = promised.operation.responses[status] ? status : "default";
    const answer = promised.operation.responses[key];
    if (!answer) {
      this.complaints.push(`${method} ${path} answered ${status}, which ${promised.file} does not promise`);
      return;
    }
    const type = response.headers()["content-type"]?.replace(/;.*/, "") ?? "";
    const validate = this.schema(promised, key, answer, type);
    if (!validate) return;
    let body: unknown;
    try {
      body = await response.json();
    } catch {
      return; // The page went on before it had read the answer.
    }
    this.checked++;
    if (!validate(body))
      this.complaints.push(`${method} ${path} ${status}: ${this.ajv.errorsText(validate.errors)}`);
  }

  private schema(
    promised: Promised,
    key: string,
    answer: Answer,
    type: string,
  ): ValidateFunction | undefined {
    const place = answer.$ref ?? `${promised.responses}/${key}`;
    const declared = answer.$ref ? this.resolve(promised.file, answer.$ref) : answer;
    if (!declared?.content?.[type]) return undefined;
    return this.ajv.compile({ $ref: `${promised.file}${place}/content/${pointer(type)}/schema` });
  }

  private resolve(file: string, ref: string): Answer | undefined {
    let found: unknown = this.files.get(file);
    for (const name of ref.slice(2).split("/")) found = (found as Record<string, unknown>)?.[name];
    return found as Answer | undefined;
  }
}

/** Writes a name as a part of a JSON pointer in a URI. */
function pointer(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}
