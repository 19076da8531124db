// Generates TypeScript types from the OpenAPI contracts of the services the client talks to.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@hey-api/openapi-ts";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(web, "client/src/shared/api/generated");
const services = ["api", "auth", "gateway", "health", "notifications"];
const contracts = {
  ...Object.fromEntries(services.map((name) => [name, `services/${name}`])),
  events: "libs/shared/events",
};

for (const [service, room] of Object.entries(contracts)) {
  const input = join(web, "../..", room, "contract/openapi.yaml");
  const output = join(target, service);
  if (!existsSync(input)) {
    console.error(`The contract of ${service} must exist: ${room}/contract/openapi.yaml`);
    process.exit(1);
  }
  const made = join(output, "types.gen.ts");
  if (existsSync(made) && statSync(made).mtimeMs > statSync(input).mtimeMs) continue;
  await createClient({ input, output, plugins: ["@hey-api/typescript"], logs: { level: "silent" } });
  const types = readFileSync(made, "utf8").match(/^export type /gm) ?? [];
  if (types.length === 0) throw new Error(`The contract of ${service} must yield at least one type`);
  console.log(`${service}: ${types.length} types`);
}
