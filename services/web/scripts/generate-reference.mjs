// Makes what the API reference shows of the services' OpenAPI contracts, and puts the contracts themselves beside it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { read } from "./reference/contract.mjs";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(web, "client/public/openapi");
mkdirSync(target, { recursive: true });

/** Leaves a file alone that is as it should be: the client is built anew when one of its files is newer. */
function write(name, text) {
  const file = join(target, name);
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}

for (const service of ["api", "auth", "notifications", "gateway", "health"]) {
  const contract = readFileSync(join(web, "..", service, "contract/openapi.yaml"), "utf8");
  write(`${service}.yaml`, contract);
  write(`${service}.json`, JSON.stringify(read(service, parse(contract))));
}
