// What must hold for containers of PMT, asked through the edge: node checks.mjs ORIGIN LINK|- COOKIES ENDPOINTS
// LINK makes the first administrator, - goes on with the session kept in COOKIES; ENDPOINTS keeps how existing endpoints answered
// the first time, and the projects that each run made; later runs are held against it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Visitor } from "./visitor.mjs";

const [origin, link, cookies, endpoints] = process.argv.slice(2);
let checked = 0;

function check(what, holds, found) {
  if (!holds) {
    console.error(`  FAILED  ${what}: ${typeof found === "string" ? found.slice(0, 300) : JSON.stringify(found)?.slice(0, 300)}`);
    process.exit(1);
  }
  checked++;
  console.log(`  ok      ${what}`);
}

async function until(what, ask, holds) {
  const end = Date.now() + 60_000;
  let found;
  do {
    found = await ask().catch((failure) => ({ status: 0, text: String(failure) }));
    if (holds(found)) return check(what, true);
    await new Promise((resolve) => setTimeout(resolve, 300));
  } while (Date.now() < end);
  check(what, false, found);
}

const nobody = new Visitor(origin);

// Every service is up before anything is compared.
await until("GET /api/status: every service is up", () => nobody.get("/api/status"), (answer) => answer.status === 200 && JSON.parse(answer.text).status === "up");

const memory = existsSync(endpoints) ? JSON.parse(readFileSync(endpoints, "utf8")) : undefined;
const existing = {};
for (const path of ["/alive", "/api/status", "/api/v1/projects", "/.well-known/openid-configuration", "/oauth2/jwks", "/session", "/"]) {
  const { status, type } = await nobody.get(path);
  existing[path] = `${status} ${type.replace(/;.*/, "")}`;
}
if (memory) {
  for (const [path, before] of Object.entries(memory.answers)) check(`${path} answers as before: ${before}`, existing[path] === before, existing[path]);
} else {
  for (const [path, answer] of Object.entries(existing)) check(`${path} answers ${answer}`, /^(200|401) /.test(answer), answer);
}
const alive = await nobody.get("/alive");
check('/alive says {"status":"alive"}', alive.text === '{"status":"alive"}', alive.text);
const openid = JSON.parse((await nobody.get("/.well-known/openid-configuration")).text);
check(`the issuer is ${origin}`, openid.issuer === origin, openid.issuer);

let ada;
if (link === "-") {
  ada = Visitor.remembered(origin, cookies);
} else {
  ada = new Visitor(origin);
  await ada.becomeAdministrator(link);
}
const projects = await ada.get("/api/v1/projects");
check("signed in: GET /api/v1/projects is 200", projects.status === 200, projects);

const exports = memory?.exports ?? {};
for (const [key, before] of Object.entries(exports)) {
  const now = await ada.get(`/api/v1/projects/${key}/export.csv`);
  check(`project ${key} is as it was, byte for byte`, now.status === 200 && now.text === before, now);
}

const key = `S${Date.now().toString(36).toUpperCase().slice(-6)}`;
const made = await ada.post("/api/v1/projects", "application/json", JSON.stringify({ key, name: "Smoke" }));
check("a project is made", made.status === 201, made);
const file = `issuekey,title,description,storypoint\n${key}-1,"First","",1\n${key}-2,"Second","",2\n`;
const accepted = await ada.post(`/api/v1/imports?project=${key}`, "text/csv", file);
check("a backlog is taken for import", accepted.status === 202, accepted);
const job = new URL(accepted.location, origin).pathname;
await until("both tasks are imported", () => ada.get(job), (answer) => answer.text.includes('"state":"done"'));
const tasks = await ada.get(`/api/v1/projects/${key}/tasks`);
check("the tasks can be read", tasks.status === 200 && tasks.text.includes("Second"), tasks);
await until("what auth says reaches api: Ada has a profile", () => ada.get("/api/v1/profiles"), (answer) => answer.text.includes("Ada"));
const ticket = await ada.post("/api/v1/live/tickets", "application/json", "");
check("a ticket for live changes is given", ticket.status === 201, ticket);

const again = new Visitor(origin);
await again.signIn();
const session = await again.get("/api/v1/projects");
check("signing in with the password works", session.status === 200 && session.text.includes(key), session);
exports[key] = (await ada.get(`/api/v1/projects/${key}/export.csv`)).text;
check("it can be exported", exports[key].includes("Second"), exports[key]);
writeFileSync(endpoints, JSON.stringify({ answers: existing, exports }));
ada.remember(cookies);
console.log(`  ${checked} checks`);
