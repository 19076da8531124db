import { type Browser, expect, type Page, chromium as playwright, test } from "@playwright/test";
import { chromium } from "./support/browser";
import { acceptInvitation, ada, becomeAdministrator, column, drag, signIn } from "./support/pages";
import { Pmt } from "./support/pmt";

/** Within this a change comes by the socket or not at all: without one, the client asks again after 4 s, and 10 s. */
const beforePoll = { board: 3_500, task: 9_000 };

const grace = {
  name: "Grace Hopper",
  email: "grace@example.org",
  password: "nanoseconds of wire, 29.979 cm",
};

let pmt: Pmt;
let browser: Browser;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  pmt = await Pmt.start();
  browser = await playwright.launch(await chromium());
});

test.afterAll(async () => {
  await browser?.close();
  await pmt?.close();
});

test("two people on one board see each other's moves, and an open task's activity grows by itself", async () => {
  const here = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const there = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  const api = async (method: "post" | "put" | "patch", path: string, data: object, headers: object = {}) => {
    const all = { Origin: pmt.url, ...headers };
    const answer = await here.request[method](`${pmt.url}/api/v1${path}`, { data, headers: all });
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
    return answer.json();
  };
  await becomeAdministrator(here, await pmt.firstAdministratorLink());
  await signIn(here, `${pmt.url}/projects`);
  const project = await api("post", "/projects", { key: "WEB", name: "Website" });
  const [todo, doing] = project.statuses.map(({ id }: { id: string }) => id);
  for (const title of ["Fix the login page", "Release 1.5"])
    await api("post", "/projects/WEB/tasks", { title });
  const { name, email } = grace;
  const invited = await api("post", "/users", { name, email, role: "member" });
  await api("put", `/projects/WEB/members/${invited.user.id}`, { role: "member" });
  await acceptInvitation(there, invited.oneTimeLink.url, grace.password);
  await signIn(there, `${pmt.url}/projects`, grace);

  const heard = [subscribed(here), subscribed(there)];
  for (const page of [here, there]) await page.goto(`${pmt.url}/projects/WEB/board`);
  await Promise.all(heard);
  for (const page of [here, there]) await expect(page.locator("#card-WEB-1")).toBeVisible();

  await test.step("a dragged card is where the other dropped it", async () => {
    await drag(here, here.locator("#card-WEB-1"), column(here, "In progress"));
    await expect(column(there, "In progress").locator("#card-WEB-1")).toBeVisible({
      timeout: beforePoll.board,
    });
    await drag(there, there.locator("#card-WEB-2"), column(there, "Done"));
    await expect(column(here, "Done").locator("#card-WEB-2")).toBeVisible({ timeout: beforePoll.board });
  });

  await test.step("each of many moves is seen within a moment", async () => {
    const delays: number[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const [statusId, name] = turn % 2 === 0 ? [todo, "To do"] : [doing, "In progress"];
      const begun = Date.now();
      await api("post", "/tasks/WEB-1/move", { statusId });
      await column(there, name).locator("#card-WEB-1").waitFor({ timeout: beforePoll.board });
      delays.push(Date.now() - begun);
    }
    const median = delays.sort((a, b) => a - b)[5];
    console.log(
      `  from the move's request to the other's screen: median ${median} ms of ${delays.join(", ")}`,
    );
  });

  await test.step("an open task's activity grows", async () => {
    await there.locator("#card-WEB-1").click();
    const activity = there
      .getByRole("region", { name: "Task WEB-1" })
      .getByRole("region", { name: "Activity" });
    await expect(activity).toContainText(`${ada.name} created this`);
    const seen = await here.request.get(`${pmt.url}/api/v1/tasks/WEB-1`);
    await api("patch", "/tasks/WEB-1", { priority: "highest" }, { "If-Match": seen.headers()["etag"] ?? "" });
    await expect(activity).toContainText(/priority/i, { timeout: beforePoll.task });
  });

  await test.step("a comment written here is there in the other's open task, and is answered", async () => {
    await here.goto(`${pmt.url}/browse/WEB-1`);
    await here.getByRole("textbox", { name: "Write a comment" }).waitFor();
    await here.keyboard.press("m");
    await here.keyboard.type("Is this **done**?");
    await here.keyboard.press("Control+Enter");
    const activity = there.getByRole("region", { name: "Activity" });
    await expect(activity.locator("strong", { hasText: "done" })).toBeVisible({ timeout: beforePoll.task });
    await activity.getByRole("button", { name: `React to the comment by ${ada.name}` }).click();
    await there.getByRole("menuitemcheckbox", { name: "Thumbs up" }).click();
    await expect(here.getByRole("button", { name: `Thumbs up 1: ${grace.name}` })).toBeVisible({
      timeout: beforePoll.task,
    });
  });

  await test.step("a file attached here is there in the other's open task, byte for byte", async () => {
    const bytes = Buffer.from("line of a log\n".repeat(100_000));
    await here
      .getByLabel("Files to attach")
      .setInputFiles({ name: "edge.log", mimeType: "text/plain", buffer: bytes });
    const file = there
      .getByRole("region", { name: "Attachments" })
      .getByRole("link", { name: "edge.log", exact: true });
    await expect(file).toBeVisible({ timeout: beforePoll.task });
    const answer = await there.request.get(`${pmt.url}${await file.getAttribute("href")}`);
    expect(await answer.body()).toEqual(bytes);
    expect(answer.headers()["content-disposition"]).toContain("attachment");
    expect(answer.headers()["content-security-policy"]).toBe("default-src 'none'; sandbox");
  });

  await test.step("a task related here is there in the other's open task, and blocks its card", async () => {
    await here.goto(`${pmt.url}/browse/WEB-1`);
    await here.getByRole("button", { name: "Add relation" }).click();
    await here.getByRole("button", { name: "Task", exact: true }).click();
    await here.keyboard.type("release");
    await here.getByRole("option", { name: /Release 1.5/ }).waitFor();
    await here.keyboard.press("Enter");
    const relations = there.getByRole("region", { name: "Relations" });
    await expect(relations.getByRole("link", { name: /WEB-2.*Release 1.5/ })).toBeVisible({
      timeout: beforePoll.task,
    });
    await api("post", "/tasks/WEB-2/move", { statusId: doing });
    await expect(relations.getByRole("link", { name: /In progress/ })).toBeVisible({
      timeout: beforePoll.task,
    });
    await expect(there.locator("#card-WEB-1").getByRole("img", { name: "Blocked" })).toBeVisible();
    await here.goto(`${pmt.url}/projects/WEB/board`);
  });

  await test.step("after a restart the sockets come back by themselves", async () => {
    const again = [subscribed(here), subscribed(there)];
    await pmt.restart();
    await Promise.all(again);
    await api("post", "/tasks/WEB-2/move", { statusId: todo });
    await expect(column(there, "To do").locator("#card-WEB-2")).toBeVisible({ timeout: beforePoll.board });
  });
});

/** Waits until the page hears of its project on a socket that is still to be opened. */
function subscribed(page: Page): Promise<void> {
  return new Promise((heard) => {
    page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => {
        if (/"subscribed","topic":"project:/.test(payload.toString())) heard();
      });
    });
  });
}
