import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  chromium as playwright,
  test,
} from "@playwright/test";
import { chromium } from "./support/browser";
import { mesos } from "./support/data";
import { ada, becomeAdministrator, createProject, importFile, signIn } from "./support/pages";
import { Pmt, root } from "./support/pmt";
import { fill } from "./support/seed";

type Screen = { name: string; path: string; signedOut?: boolean; arrive: (page: Page) => Promise<void> };

const folder = join(root, "docs/screens");
// PMT_SCREENS=1 takes pictures of all screens, PMT_SCREENS=list,keys visits and takes only these.
const asked = process.env["PMT_SCREENS"] ?? "";
const takesPictures = asked !== "";
const isVisited = ({ name }: Screen) => ["", "1"].includes(asked) || asked.split(",").includes(name);
const themes = ["light", "dark"] as const;
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

const text = (wanted: string | RegExp) => (page: Page) =>
  expect(page.getByText(wanted).filter({ visible: true }).first()).toBeVisible();
const card = (page: Page) => expect(page.locator("#card-MESOS-313, #card-MESOS-2").first()).toBeVisible();

const row = (page: Page) => expect(page.getByRole("row", { name: /MESOS-/ }).first()).toBeVisible();

const screens: Screen[] = [
  { name: "landing", path: "/", signedOut: true, arrive: text("Sign in to PMT") },
  { name: "sign-in", path: "/session/sign-in?return=/projects", signedOut: true, arrive: text(/password/i) },
  { name: "projects", path: "/projects", arrive: text("Apache Mesos") },
  { name: "new-project", path: "/projects", arrive: newProject },
  { name: "board", path: "/projects/MESOS/board", arrive: card },
  { name: "board-filtered", path: "/projects/MESOS/board?q=executor&type=bug", arrive: text("Clear") },
  { name: "board-empty", path: "/projects/OPS/board", arrive: text("This board is empty") },
  { name: "board-move", path: "/projects/MESOS/board", arrive: moveMenu },
  { name: "list", path: "/projects/MESOS/list", arrive: row },
  {
    name: "list-filtered",
    path: "/projects/MESOS/list?q=executor&type=bug&columns=status,priority,created,updated&sort=-updated",
    arrive: text("Clear"),
  },
  { name: "list-panel", path: "/projects/WEB/list?task=WEB-1", arrive: text("What to do") },
  { name: "list-selected", path: "/projects/MESOS/list", arrive: selectRows },
  { name: "list-columns", path: "/projects/WEB/list", arrive: display },
  { name: "list-nothing", path: "/projects/WEB/list?q=nothing", arrive: text("Nothing matches") },
  { name: "palette", path: "/projects/WEB/board", arrive: palette },
  { name: "palette-status", path: "/browse/WEB-1", arrive: statusKey },
  { name: "account", path: "/account", arrive: text("this browser") },
  { name: "new-token", path: "/account", arrive: newToken },
  { name: "settings", path: "/projects/WEB/settings", arrive: text("Statuses") },
  { name: "deactivate", path: "/users", arrive: deactivate },
  { name: "panel", path: "/projects/WEB/board?task=WEB-1", arrive: text("What to do") },
  { name: "task", path: "/browse/WEB-1", arrive: text("What to do") },
  { name: "task-edit", path: "/browse/WEB-1", arrive: editTask },
  { name: "create", path: "/projects/WEB/board", arrive: create },
  { name: "import", path: "/projects/MESOS/import", arrive: text("Imports so far") },
  { name: "import-preview", path: "/projects/WEB/import", arrive: preview },
  { name: "import-report", path: "/projects/MESOS/import", arrive: report },
  { name: "members", path: "/projects/WEB/members", arrive: text("grace@example.org") },
  { name: "users", path: "/users", arrive: text("grace@example.org") },
  { name: "new-user", path: "/users", arrive: newUser },
  { name: "status", path: "/status", arrive: text("Everything works.") },
  { name: "keys", path: "/projects", arrive: keys },
  { name: "menu", path: "/projects", arrive: menu },
  { name: "not-found", path: "/nowhere", arrive: text("There is nothing at this address") },
];

let pmt: Pmt;
let browser: Browser;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  pmt = await Pmt.start();
  browser = await playwright.launch(await chromium());
  const page = await browser.newPage();
  await becomeAdministrator(page, await pmt.firstAdministratorLink());
  await signIn(page, `${pmt.url}/projects`);
  await createProject(page, "Apache Mesos", "MESOS");
  await importFile(page, "MESOS", mesos().file);
  await fill(page, pmt.url);
  await page.context().storageState({ path: join(pmt.home, "signed-in.json") });
  if (takesPictures) mkdirSync(folder, { recursive: true });
});

test.afterAll(async () => {
  await browser?.close();
  await pmt?.close();
});

for (const { width, height } of sizes) {
  test(`every screen is accessible at ${width} px, light and dark`, async () => {
    const complaints: string[] = [];
    const options: BrowserContextOptions = {
      viewport: { width, height },
      locale: "en-GB",
      timezoneId: "UTC",
      hasTouch: width < 1000,
      reducedMotion: "reduce",
    };
    const outside = await browser.newContext(options);
    const inside = await browser.newContext({ ...options, storageState: join(pmt.home, "signed-in.json") });
    for (const screen of screens.filter(isVisited)) {
      const page = await (screen.signedOut ? outside : inside).newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(pmt.url + screen.path);
      await screen.arrive(page);
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        if (takesPictures)
          await page.screenshot({ path: join(folder, `${screen.name}-${width}-${theme}.png`) });
        const found = await complaintsAbout(page);
        complaints.push(...found.map((complaint) => `${screen.name}, ${theme}: ${complaint}`));
      }
      await page.close();
    }
    // The session's tokens rotate: the next size goes on with the newest.
    await inside.storageState({ path: join(pmt.home, "signed-in.json") });
    await outside.close();
    await inside.close();
    expect(complaints).toEqual([]);
  });
}

test("a person changes the password, and makes, uses and revokes an API token", async () => {
  const context = await browser.newContext({ storageState: join(pmt.home, "signed-in.json") });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${pmt.url}/account`);

  const token = await test.step("makes a token", async () => {
    await page.getByRole("button", { name: "New token" }).click();
    const dialog = page.getByRole("dialog", { name: "New API token" });
    await dialog.getByLabel("Name").fill("nightly export");
    await dialog.getByRole("button", { name: "Make token" }).click();
    const secret = await page.getByLabel("Token", { exact: true }).inputValue();
    await page.getByRole("button", { name: "Done" }).click();
    return secret;
  });
  const ask = (method: string) =>
    fetch(`${pmt.url}/api/v1/projects`, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      ...(method === "POST" ? { body: JSON.stringify({ key: "BOT", name: "By a program" }) } : {}),
    });

  await test.step("reads with it, and may not write", async () => {
    const projects = await ask("GET");
    expect(projects.status).toBe(200);
    expect(JSON.stringify(await projects.json())).toContain("Apache Mesos");
    expect((await ask("POST")).status).toBe(403);
  });

  await test.step("revokes it, and within a minute it is refused", async () => {
    await page.getByRole("button", { name: "Revoke nightly export" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
    await expect(page.getByText("No tokens.", { exact: false })).toBeVisible();
    await expect(async () => expect((await ask("GET")).status).toBe(401)).toPass({
      timeout: 60_000,
      intervals: [1_000],
    });
  });

  await test.step("changes the password and stays signed in, where the old one is refused", async () => {
    const wanted = "another horse, another staple";
    await page.getByLabel("Current password").fill(ada.password);
    await page.getByLabel("New password", { exact: true }).fill(wanted);
    await page.getByLabel("New password again").fill(wanted);
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page.getByText("Your password is changed")).toBeVisible();
    await page.reload();
    await expect(page.getByText("this browser")).toBeVisible();
    const outside = await browser.newContext();
    const door = await outside.newPage();
    await door.goto(`${pmt.url}/session/sign-in?return=/projects`);
    await door.getByLabel("E-mail").fill(ada.email);
    for (const [password, where] of [
      [ada.password, /\/auth\/sign-in/],
      [wanted, /\/projects$/],
    ] as const) {
      await door.getByRole("textbox", { name: "Password" }).fill(password);
      await door.locator("button[type=submit]").click();
      await door.waitForURL(where);
    }
    await outside.close();
  });
  await context.close();
});

/** What axe finds serious, and whether the page is wider than the screen. */
async function complaintsAbout(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const found = serious.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
  const sideways = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".page-body, .panel-body, dialog")].some(
      (box) => box.scrollWidth > box.clientWidth,
    ),
  );
  return sideways ? [...found, "wider than the screen"] : found;
}

async function newProject(page: Page) {
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name").fill("Website relaunch");
}

async function selectRows(page: Page) {
  await row(page);
  await page.keyboard.press("j");
  await expect(page.locator("a:focus")).toBeVisible();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: "Selected tasks" })).toBeVisible();
}

async function display(page: Page) {
  await text("Fix the login page")(page);
  await page.getByRole("button", { name: "Display" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
}

async function palette(page: Page) {
  await text("Fix the login page")(page);
  await page.keyboard.press("j");
  await expect(page.locator("a:focus")).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Commands" })).toBeFocused();
}

async function statusKey(page: Page) {
  await text("What to do")(page);
  await page.keyboard.press("s");
  await expect(page.getByRole("combobox", { name: "Status of WEB-1" })).toBeFocused();
}

async function newToken(page: Page) {
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("nightly export");
}

async function deactivate(page: Page) {
  await page.getByRole("button", { name: "More for Grace Hopper" }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
}

async function newUser(page: Page) {
  await page.getByRole("button", { name: "New user" }).click();
  await expect(page.getByRole("dialog", { name: "New user" })).toBeVisible();
}

async function create(page: Page) {
  await text("Fix the login page")(page);
  await page.keyboard.press("c");
  await page.getByRole("dialog").getByLabel("Title").fill("Report executor deaths to the scheduler");
}

async function editTask(page: Page) {
  await page.getByRole("button", { name: "Edit description" }).click();
  await expect(page.getByLabel("Description in Markdown")).toBeFocused();
}

async function moveMenu(page: Page) {
  await card(page);
  await page.locator(".card").nth(1).focus();
  await page.keyboard.press("m");
  await expect(page.getByRole("menu")).toBeVisible();
}

async function preview(page: Page) {
  await page.getByLabel("CSV file").setInputFiles(mesos().file);
  await expect(page.getByRole("region", { name: "Columns" })).toBeVisible();
}

async function report(page: Page) {
  await page.getByRole("link", { name: /mesos/ }).first().click();
  await text("Every row was taken.")(page);
}

async function keys(page: Page) {
  await text("Apache Mesos")(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
}

async function menu(page: Page) {
  await text("Apache Mesos")(page);
  const nav = page.getByRole("button", { name: "Open navigation" });
  if (await nav.isVisible()) await nav.click();
  await page.getByRole("button", { name: `${ada.name}: menu` }).click();
  await expect(page.getByRole("menu")).toBeVisible();
}
