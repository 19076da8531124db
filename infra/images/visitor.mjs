// A person with a browser, as far as the edge can tell: keeps cookies, follows redirects, sends forms back whole.
import { readFileSync, writeFileSync } from "node:fs";

const PASSWORD = "four quiet otters swim";
const EMAIL = "ada@example.org";

export class Visitor {
  constructor(origin, cookies = {}) {
    this.origin = origin;
    this.cookies = new Map(Object.entries(cookies));
  }

  static remembered(origin, file) {
    return new Visitor(origin, JSON.parse(readFileSync(file, "utf8")));
  }

  remember(file) {
    writeFileSync(file, JSON.stringify(Object.fromEntries(this.cookies)), { mode: 0o600 });
  }

  async get(path) {
    return this.#send("GET", path);
  }

  async post(path, mediaType, body) {
    return this.#send("POST", path, { Origin: this.origin, "Content-Type": mediaType }, body);
  }

  /** Becomes the first administrator by the one-time link, and is signed in. */
  async becomeAdministrator(link) {
    const path = new URL(link).pathname;
    const page = await this.get(path);
    return this.#submit(path, page.text, { name: "Ada", email: EMAIL, password: PASSWORD, repeat: PASSWORD });
  }

  async signIn() {
    const page = await this.get("/session/sign-in?return=/");
    return this.#submit(page.path, page.text, { email: EMAIL, password: PASSWORD });
  }

  async #submit(path, page, fields) {
    const form = new URLSearchParams(fields);
    for (const [, name, value] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)) form.set(name, value);
    return this.post(path, "application/x-www-form-urlencoded", form.toString());
  }

  async #send(method, path, headers = {}, body = undefined) {
    for (let hop = 0; hop < 10; hop++) {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(this.origin + path, {
        method,
        body,
        redirect: "manual",
        headers: { ...headers, ...(cookie ? { Cookie: cookie } : {}) },
        signal: AbortSignal.timeout(20_000),
      });
      for (const line of answer.headers.getSetCookie()) this.#keep(line);
      const location = answer.headers.get("location");
      if (answer.status < 301 || answer.status > 308 || !location) return this.#read(answer, path);
      const next = new URL(location, this.origin);
      path = next.pathname + next.search;
      [method, body, headers] = ["GET", undefined, {}];
    }
    throw new Error(`more than ten redirects, at last to ${path}`);
  }

  #keep(line) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  async #read(answer, path) {
    const text = await answer.text();
    return { status: answer.status, type: answer.headers.get("content-type") ?? "", location: answer.headers.get("location"), path, text };
  }
}
